"""The board of `date-filter` with a second officer, since it takes two to rule on what is in doubt."""

from tests.worlds import open_board_files

ORGANIZATION = "opportunities/dex-mex/organization.yml"
FIRST, SECOND = "a-tremblay", "j-gagnon"

_PERSON = """\
  - login: "j-gagnon"
    id: "github:900013"
    position:
      en: "Registrar"
      fr: "Registraire"
    delegations:
      - may: ["receive"]
        up_to: "10000.00"
        from: "2026-04-01"
        to: "2027-03-31"
disclosure:"""

ALONE = open_board_files()[ORGANIZATION].decode()
TOGETHER = ALONE.replace("specimen: true\n", "").replace("disclosure:", _PERSON, 1)
assert TOGETHER.count("j-gagnon") == 1

# For `tests.jobs.purchase.board`: path to what stands in a file and what stands there instead.
TWO = {ORGANIZATION: (ALONE, TOGETHER)}
