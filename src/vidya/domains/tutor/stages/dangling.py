"""Sentences that lean on the one before them, and make no sense alone when heard."""

import re

_LEANS = re.compile(
    r"""
    (?: it|its|this|these|they|their|them|those|such|he|she|his|her|that|both
      | so|but|therefore|hence|thus|also|then|however|otherwise|instead|similarly|and|or
      | another|others?|the\ (?:former|latter|other|same|second|third)|here|there(?!\ (?:is|are|was|were))
      | now|as\ a\ result|in\ this|for\ this|due\ to\ this|because\ of\ this|in\ these|at\ this
    )\b
  | (?: यह|वह|ये|वे|इस|उस|इन|उन|इसका|इसकी|इसके|इसे|इसमें|इससे|इनका|इनकी|इनके|इन्हें|इनमें|इसी|उसका|उसकी
      | उसके|उसे|उसमें|उससे|उनका|उनकी|उनके|उन्हें|उन्होंने|इन्होंने|इसने|उसने|इसलिए|लेकिन|परंतु|परन्तु|किंतु|किन्तु
      | फिर|अतः|तब|तो|ऐसा|ऐसी|ऐसे|साथ\ ही|दोनों|अब|दूसरे|तीसरे|यही|वही|और|यहाँ|वहाँ
    )(?=[\s,])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def dangles(sentence: str) -> bool:
    return _LEANS.match(sentence) is not None
