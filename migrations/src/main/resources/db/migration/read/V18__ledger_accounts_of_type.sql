-- A row moves money only between the accounts that its type is for, whoever writes it. An adjustment is for the rest, and says why.

alter table funds_ledger_entries
    add constraint funds_ledger_entries_accounts_of_type check (
        case entry_type
            when 'payment_detected' then debit_account = 'external' and credit_account = 'clearing'
            when 'hold' then debit_account = 'clearing' and credit_account = 'escrow'
            when 'provider_fee' then debit_account in ('clearing', 'escrow') and credit_account = 'provider'
            when 'platform_fee' then debit_account = 'escrow' and credit_account = 'platform'
            when 'release' then debit_account = 'escrow' and credit_account = 'seller'
            when 'refund' then debit_account in ('escrow', 'unallocated') and credit_account = 'buyer'
            when 'dispute_hold' then (debit_account = 'escrow' and credit_account = 'disputed')
                                  or (debit_account = 'disputed' and credit_account = 'escrow')
            else true end);
