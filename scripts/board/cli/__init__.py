"""One command per file: options, then a story of ten lines. Only this layer asks the time, prints and exits."""
