"""What follows from the facts; pure."""
