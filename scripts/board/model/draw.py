"""The draws that were held: `draw.yml`, everything in which follows from log and openings."""

from dataclasses import dataclass

from board.model.scalar import Fields


@dataclass(frozen=True, slots=True)
class Commitment:
    """Somebody's promise of a secret.

    Attributes:
        by: Login.
        sha256: Of the secret's bytes.
    """

    by: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A secret that was shown.

    Attributes:
        by: Login.
        secret: 32 bytes in hexadecimal.
    """

    by: str
    secret: str


@dataclass(frozen=True, slots=True)
class HeldDraw:
    """One draw.

    Attributes:
        number: Counts from 1.
        commitments: Those of a draw held again; empty for the first, whose commitments stand in the request.
        secrets: In the order of the commitments.
        withheld_by: Who showed none in time; empty where everybody did.
        beacon: What the public beacon gave, 32 bytes in hexadecimal; empty where none was named.
        seed: SHA-256 in hexadecimal; empty where the draw was given up.
        order: Logins; empty where the draw was given up.
    """

    number: int
    commitments: tuple[Commitment, ...]
    secrets: tuple[Shown, ...]
    withheld_by: str
    beacon: str
    seed: str
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draws:
    """All draws of one procurement.

    Attributes:
        opportunity: REF.
        closing_sha256: Of `closing.yml`.
        evaluation_sha256: Of `evaluation.yml`; empty where nothing was evaluated.
        draws: In order; the last one counts.
    """

    opportunity: str
    closing_sha256: str
    evaluation_sha256: str
    draws: tuple[HeldDraw, ...]

    @property
    def order(self) -> tuple[str, ...]:
        """The order that counts; empty where the last draw was given up."""
        return self.draws[-1].order if self.draws else ()


def draws(fields: Fields) -> Draws:
    """What a valid `draw.yml` holds."""
    return Draws(
        opportunity=fields["opportunity"],
        closing_sha256=fields["closing_sha256"],
        evaluation_sha256=fields.get("evaluation_sha256", ""),
        draws=tuple(_held(row) for row in fields["draws"]),
    )


def _held(fields: Fields) -> HeldDraw:
    return HeldDraw(
        number=int(fields["number"]),
        commitments=tuple(Commitment(row["by"], row["sha256"]) for row in fields.get("commitments", ())),
        secrets=tuple(Shown(row["by"], row["secret"]) for row in fields["secrets"]),
        withheld_by=fields.get("withheld_by", ""),
        beacon=fields.get("beacon", ""),
        seed=fields.get("seed", ""),
        order=tuple(fields.get("order", ())),
    )
