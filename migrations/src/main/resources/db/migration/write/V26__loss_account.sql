-- An account for exposure that was written off: the platform bears it.

alter type ledger_account add value if not exists 'loss';
