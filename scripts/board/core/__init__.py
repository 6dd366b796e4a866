"""Words that everybody uses: text, fact, finding, rule, document."""
