"""The files of a new board: settings, one organization with its people, and what it is, in both languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from board.core.text import LANGUAGES
from board.model.board import BoardSettings, Root
from board.model.reference import organization_path
from board.render.forms import quoted, schema_line
from board.render.trial import TRIAL
from board.state.canonical import money


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody with a delegation.

    Attributes:
        login: Lower case.
        id: Numeric id of the forge, such as ``github:900011``; empty where it is not known.
        grants: Words and limit of each delegation; the limit in CAD, with tax.
        position: Placeholder in both languages, English first.
    """

    login: str
    id: str
    grants: tuple[tuple[tuple[str, ...], Decimal], ...]
    position: tuple[str, str]


def board_yml(settings: BoardSettings) -> str:
    """`board.yml`."""
    lines = [
        schema_line(settings, "board", "opportunities/board.yml"),
        "schema: 1",
        "# To be mended: name, contact and, once there is a site, its address.",
        "# À compléter\u00a0: le nom, le contact et, dès qu’il y a un site, son adresse.",
        "name:",
        f"  en: {quoted(settings.name.en)}",
        f"  fr: {quoted(settings.name.fr)}",
    ]
    if settings.address:
        lines.append(f"address: {quoted(settings.address)}")
    lines += [
        f"contact: {quoted(settings.contact)}",
        f"zone: {quoted(settings.zone)}",
        f"mode: {quoted(settings.mode)}",
        "# Roots alone may change this file, policy.yml, the terms and any organization.yml.",
        "# Seules les racines peuvent modifier ce fichier, policy.yml, les conditions et tout organization.yml.",
        "roots:",
        *(line for root in settings.roots for line in _root(root)),
    ]
    return "\n".join(lines) + "\n"


def organization_yml(
    settings: BoardSettings, organization: str, people: Sequence[Officer], first: date, last: date
) -> str:
    """`organization.yml`; *first* and *last* are the days of each delegation."""
    lines = [
        schema_line(settings, "organization", organization_path(organization)),
        "schema: 1",
        f"id: {quoted(organization)}",
        "# To be mended: the names in both languages, the mailbox, the positions, and the amounts, with tax.",
        "# À compléter\u00a0: les noms dans les deux langues, le courriel, les postes et les montants avec taxes.",
        "name:",
        f"  en: {quoted(f'Organization {organization} (name to be written)')}",
        f"  fr: {quoted(f'Organisation {organization} (nom à inscrire)')}",
        f"mailbox: {quoted(settings.contact)}",
        "contract:",
        '  formed_by: "award"',
        "people:",
    ]
    for officer in people:
        lines += [f"  - login: {quoted(officer.login)}"]
        lines += [f"    id: {quoted(officer.id)}"] if officer.id else []
        lines += [
            "    position:",
            f"      en: {quoted(officer.position[0])}",
            f"      fr: {quoted(officer.position[1])}",
        ]
        lines.append("    delegations:")
        for may, up_to in officer.grants:
            lines += [
                f"      - may: [{', '.join(map(quoted, may))}]",
                f"        up_to: {quoted(money(up_to))}",
                f"        from: {quoted(first.isoformat())}",
                f"        to: {quoted(last.isoformat())}",
            ]
    return "\n".join(lines) + "\n"


def _root(root: Root) -> list[str]:
    return [f"  - login: {quoted(root.login)}", *([f"    id: {quoted(root.id)}"] if root.id else [])]


def readme(organization: str) -> str:
    """`README.md` of the board, English before French."""
    return "\n".join(
        _README[language].format(organization=organization, trial=TRIAL[language]) for language in LANGUAGES
    )


_README = {
    "en": """# Micro-procurement board

[Français](#tableau-des-petits-marchés)

**{trial}**

This repository is a board on which small digital work is bought: an opportunity is a file, a bid is a file on a branch,
and an award is a merge that anybody can verify from a clone.

| what | command |
| --- | --- |
| post an opportunity | `board new opportunity {organization}/<year>/<name>` |
| bid on one | `board new bid {organization}/<year>/<name> --as <login>` |
| see exactly what is wrong | `board check` |
| award it, after the closing | `board award {organization}/<year>/<name> --as <login>` |
| prove every award | `board verify` |
| build the site in both languages | `board build --out public` |

Before the first opportunity, mend the names and mailboxes in `opportunities/board.yml` and
`opportunities/{organization}/organization.yml`, and read `opportunities/policy.yml` and `opportunities/terms/`.

Who may do what with what is published: `opportunities/LICENSE.md`.
""",
    "fr": """# Tableau des petits marchés

[English](#micro-procurement-board)

**{trial}**

Ce dépôt est un tableau sur lequel s’achètent de petits travaux numériques\u00a0: une occasion est un fichier, une
soumission est un fichier dans une branche, et une attribution est une fusion que chacun peut vérifier à partir d’un
clone.

| quoi | commande |
| --- | --- |
| afficher une occasion | `board new opportunity {organization}/<année>/<nom>` |
| soumissionner | `board new bid {organization}/<année>/<nom> --as <identifiant>` |
| voir exactement ce qui ne va pas | `board check` |
| attribuer, après la clôture | `board award {organization}/<année>/<nom> --as <identifiant>` |
| prouver chaque attribution | `board verify` |
| construire le site dans les deux langues | `board build --out public` |

Avant la première occasion, complétez les noms et les adresses courriel dans `opportunities/board.yml` et
`opportunities/{organization}/organization.yml`, et lisez `opportunities/policy.yml` et `opportunities/terms/`.

Ce que chacun peut faire de ce qui est publié\u00a0: `opportunities/LICENSE.md`.
""",
}
