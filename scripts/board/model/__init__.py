"""What things are: frozen values built from valid documents, and what crosses the line to the outside."""
