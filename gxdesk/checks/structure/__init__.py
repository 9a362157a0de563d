"""章节 rules: title, sections, numbering, repetition."""
