import EventLog
import Kernel
import Registry
import Storage
import Web

extension FileUpload {
    static let tables = ".xlsx,.csv,.txt"

    static let vouchers = FileUpload(
        path: "/vouchers", title: ImportText.vouchersTitle, hint: ImportText.vouchersHint, accept: tables,
        commands: [PostVoucher.self, ReverseVoucher.self, CorrectVoucher.self],
        target: (BookText.vouchers, "/vouchers"), fields: { _, _, _ in [] },
        read: { bytes, organisation, request, tx in
            let file = try VoucherFile(bytes)
            let desks = try ImportDesks.find(organisation.id, maker: request.principal?.office, in: tx)
            let vouchers = VoucherImport(organisation: organisation.id, reviewer: desks.reviewer)
            var reading = FileReading(others: file.others)
            reading.items = try vouchers.accounts(file, in: tx).map { account in
                FileReading.Item(rows: [], words: LedgerText.addSubAccount) { _ in
                    (account, "import-\(organisation.id)-\(account.code)")
                }
            }
            reading.items += file.vouchers.map { voucher in
                let sum = voucher.lines.reduce(Money.zero) { $0 + ($1.debit ?? .zero) }
                let words = ImportText.voucher(voucher.date, voucher.number, voucher.summary, sum)
                return FileReading.Item(rows: voucher.rows, words: words) { tx in
                    switch try vouchers.step(voucher, in: tx) {
                    case .unchanged: nil
                    case .submit(let command, let key): (command, key)
                    }
                }
            }
            return reading
        })

    static let statement = FileUpload(
        path: "/statement", title: ImportText.statementTitle, hint: ImportText.statementHint, accept: tables,
        commands: [RecordStatementLine.self], target: (BookText.bank, "/bank"),
        fields: { organisation, request, tx in
            let banks = try BookQueries.accounts(organisation.id, in: tx).filter {
                $0.isLeaf && $0.code.text.hasPrefix(StandardAccount.bank.rawValue)
            }.map { FormField.Option($0.code.text, "\($0.code) \(request($0.name))") }
            let own = try BalanceImport.bankAccount(organisation.id, in: tx).text
            return [
                .choice(
                    "account", BookText.bankAccount, banks, value: request.form.values["account"] ?? own)
            ]
        },
        read: { bytes, organisation, request, tx in
            let file = try StatementFile(bytes)
            let account =
                try request.form.values["account"].flatMap { AccountCode($0) }
                ?? BalanceImport.bankAccount(organisation.id, in: tx)
            let lines = StatementImport(organisation: organisation.id, account: account).lines(file)
            return FileReading(
                others: file.others,
                items: lines.map { line in
                    let command = line.command
                    let amount = (command.received ?? .zero) - (command.paid ?? .zero)
                    return FileReading.Item(rows: [line.row], words: ImportText.movement(command.date, amount)) { tx in
                        try line.isKnown(in: tx) ? nil : (command, "import-\(command.line)")
                    }
                })
        })

    static let balances = FileUpload(
        path: "/balances", title: ImportText.balancesTitle, hint: ImportText.balancesHint, accept: tables,
        commands: [OpenBooks.self], target: (BookText.trialBalance, "/trial-balance"),
        fields: { _, request, _ in [.date("startDate", BookText.startDate, value: Self.start(request))] },
        read: { bytes, organisation, request, tx in
            let file = try BalanceFile(bytes)
            if let refused = FileReading.refused(file.others, rows: file.lines.map(\.row)) { return refused }
            let start = Self.start(request)
            let command = file.opening(organisation.id, on: start)
            let item = FileReading.Item(rows: file.lines.map(\.row), words: ImportText.opening(start)) { tx in
                let standing = try BalanceImport.standing(organisation.id, in: tx)
                if let standing, file.matches(standing) { return nil }
                return (command, "import-\(Hash.file(bytes).hex.prefix(32))-\(start)")
            }
            return FileReading(others: file.others, items: [item])
        })

    static let transition = FileUpload(
        path: "/transition", title: ImportText.transitionTitle, hint: ImportText.transitionHint, accept: tables,
        commands: [OpenByTransition.self], target: (BookText.workingPaper, "/working-paper"),
        fields: { _, request, _ in [.date("startDate", BookText.startDate, value: Self.start(request))] },
        read: { bytes, organisation, request, _ in
            let file = try TransitionFile(bytes)
            if let refused = FileReading.refused(file.others, rows: file.rows) { return refused }
            let start = Self.start(request)
            let command = file.opening(organisation.id, on: start)
            let item = FileReading.Item(rows: file.rows, words: ImportText.transition(start)) { tx in
                let paper = try TransitionQueries.list(organisation.id, in: tx)
                return paper.isEmpty ? (command, "import-\(Hash.file(bytes).hex.prefix(32))-\(start)") : nil
            }
            return FileReading(others: file.others, items: [item])
        })

    static let invoice = FileUpload(
        path: "/invoice", title: ImportText.invoiceTitle, hint: ImportText.invoiceHint, accept: ".xml,.ofd",
        commands: [RegisterInvoice.self], target: (ImportText.importing, "/import"), fields: { _, _, _ in [] },
        read: { bytes, organisation, _, tx in
            let file = try InvoiceFile(bytes)
            let command = file.registration(organisation.id)
            let words = ImportText.invoice(file.number.text, file.issued, file.gross)
            let item = FileReading.Item(rows: [1], words: words) { tx in
                let known = try InvoiceQueries.find(file.number, in: tx)
                if let known, known.organisation == organisation.id, known.digest == file.digest { return nil }
                return (command, "import-\(organisation.id)-\(file.number)")
            }
            return FileReading(items: [item])
        })

    /// The day on which the books open: as typed, or the first of the year.
    private static func start(_ request: PageRequest) -> CivilDate {
        request.form.values["startDate"].flatMap { CivilDate($0) } ?? AccountingMonth(request.now.date).january.firstDay
    }
}
