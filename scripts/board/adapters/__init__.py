"""The outside, one thing per file: Git, files, processes, MkDocs, the server."""
