"""跨年 rules: this year's report against last year's."""
