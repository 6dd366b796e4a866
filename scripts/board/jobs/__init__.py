"""Jobs: values in, values out; each reads as a story."""
