"""From values to text, one output per file."""
