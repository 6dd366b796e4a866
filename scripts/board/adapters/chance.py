"""Numbers that nobody chose, from the operating system."""

from secrets import randbelow


def four_digits() -> int:
    """A number from 1000 to 9999, each as likely as another."""
    return 1000 + randbelow(9000)
