"""How often this process looks for garbage that holds itself up."""

import gc

# Objects more than there were, at some ten megabytes. Python's own number is 700, which one request reaches.
_MANY = 50_000


def collect_seldom() -> None:
    """Look after many objects only: what is read here is kept, or goes by itself as soon as nobody holds it.

    Of a request that is judged, the looking took a seventh of the time, and half of that of ten thousand names.
    """
    gc.set_threshold(_MANY)


def collect_later() -> None:
    """Look after nothing while a command loads: that, and the look at its end, is a sixth of a short command."""
    gc.disable()


def collect_what_comes() -> None:
    """Look after what comes from now on, seldom; what is loaded stays."""
    keep_all()
    collect_seldom()
    gc.enable()


def keep_all() -> None:
    """Never look again at what is there now: a process that was copied from another would copy it all to do so."""
    gc.freeze()
