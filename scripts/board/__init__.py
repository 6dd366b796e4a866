"""A board for small public purchases, as nothing but a Git repository."""

__version__ = "0.1.0"
