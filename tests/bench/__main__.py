"""Speed and size, measured here and now: `make bench`."""

from importlib import import_module

PARTS = ("loader", "check", "rank", "host", "closing", "auctions", "site")


def main() -> None:
    """Print the table, line by line as it is measured."""
    print(f"{'what':44}{'measured':52}aim")
    for part in PARTS:
        for row in import_module(f"tests.bench.{part}").rows():
            print(f"{row.what:44}{row.found:52}{row.aim}{'' if row.held else '   MISSED'}", flush=True)


if __name__ == "__main__":
    main()
