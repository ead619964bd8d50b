import Kernel
import Paper
import Registry
import Storage
import Web

/// Vouchers as offices print them: five lines a sheet, two sheets on a page, five places to sign (Order 98, art. 51(1)).
struct VoucherPaper {
    static let linesPerSheet = 5

    private let organisation: Organisation
    private let vouchers: [Voucher]
    private let accounts: [AccountCode: BookAccount]
    private let parties: [PartyID: String]
    private let titles: [OfficeID: String]
    private let people: [BookPeople]

    init(_ organisation: Organisation, _ vouchers: [Voucher], in tx: any ReadTransaction) throws {
        self.organisation = organisation
        self.vouchers = vouchers
        accounts = Dictionary(try BookQueries.accounts(organisation.id, in: tx).map { ($0.code, $0) }) { $1 }
        var parties: [PartyID: String] = [:]
        for party in Set(vouchers.flatMap(\.lines).compactMap(\.party)) {
            parties[party] = try PartyQueries.findDisplayName(party, in: tx)
        }
        self.parties = parties
        people = try BookPeopleQueries.list(organisation.id, in: tx)
        titles = try PrintQueries.titles(Set(vouchers.flatMap { [$0.maker, $0.reviewer] }), in: tx)
    }

    func paper(_ format: Format) -> RuledPaper {
        let last = vouchers.map(\.date).max() ?? .earliest
        return RuledPaper(
            title: format.language(PrintText.voucher), subject: organisation.name,
            forms: vouchers.flatMap { forms($0, format) }, perPage: 2, at: last.start)
    }

    private func forms(_ voucher: Voucher, _ format: Format) -> [RuledPaper.Form] {
        let sheets = stride(from: 0, to: max(1, voucher.lines.count), by: Self.linesPerSheet).map {
            Array(voucher.lines.dropFirst($0).prefix(Self.linesPerSheet))
        }
        var before = FullTrialBalance.Pair()
        return sheets.enumerated().map { position, lines in
            var rows: [RuledPaper.Row] = []
            if position > 0 { rows.append(sum(PrintText.broughtForward, before, format)) }
            rows += lines.map { row($0, voucher, format) }
            before = lines.reduce(before) {
                $0 + .init(debit: $1.debit ?? .zero, credit: $1.credit ?? .zero)
            }
            let isLast = position + 1 == sheets.count
            while isLast, rows.count < Self.linesPerSheet + (position > 0 ? 1 : 0) { rows.append(.init([])) }
            rows.append(sum(isLast ? BookText.total : PrintText.carriedOver, before, format))
            return form(voucher, rows, (position + 1, sheets.count), isLast ? before.debit : nil, format)
        }
    }

    private func form(
        _ voucher: Voucher, _ rows: [RuledPaper.Row], _ sheet: (number: Int, count: Int), _ total: Money?,
        _ format: Format
    ) -> RuledPaper.Form {
        let words = format.language
        let number = words(
            PrintText.voucherNumber(voucher.number, sheet.number, sheet.count, voucher.attachments))
        return RuledPaper.Form(
            title: words(PrintText.voucher), head: [organisation.name, format.date(voucher.date), number],
            columns: [
                .init(words(BookText.summary), 5), .init(words(BookText.account), 6),
                .init(words(BookText.debit), 3, isNumber: true), .init(words(BookText.credit), 3, isNumber: true),
            ], rows: rows, ruled: Self.linesPerSheet + 2,
            notes: [
                total.map { words(PrintText.inCapitals(CapitalAmount.words($0))) }
                    ?? words(PrintText.continuedOn(sheet.number + 1))
            ], signatures: signatures(voucher, words))
    }

    /// Whoever keeps the cash signs where money moved.
    private func signatures(_ voucher: Voucher, _ words: Language) -> [String] {
        let isMoney = voucher.lines.contains {
            $0.account.text.hasPrefix(StandardAccount.cash.rawValue)
                || $0.account.text.hasPrefix(StandardAccount.bank.rawValue)
        }
        func title(_ office: OfficeID) -> String { titles[office] ?? office.text }
        let poster = voucher.people.poster?.text ?? ""
        let named = people.on(voucher.date)
        return [words(PrintText.chief) + (named?.chief ?? "")]
            + [words(PrintText.bookkeeper) + poster, words(PrintText.reviewer) + title(voucher.reviewer)]
            + (isMoney ? [words(PrintText.cashier) + (named?.cashier ?? "")] : []) + [
                words(PrintText.maker) + title(voucher.maker)
            ]
    }

    private func row(_ line: VoucherLine, _ voucher: Voucher, _ format: Format) -> RuledPaper.Row {
        let name = accounts[line.account].map { format.language($0.name) }
        let aux = line.party.map { parties[$0] ?? $0.text } ?? line.project?.text ?? line.asset?.text
        let account = [line.account.text, name, aux].compactMap { $0 }.joined(separator: "_")
        return .init([
            voucher.summary, account, line.debit.map { PrintText.amount($0, format) } ?? "",
            line.credit.map { PrintText.amount($0, format) } ?? "",
        ])
    }

    private func sum(_ label: Message, _ pair: FullTrialBalance.Pair, _ format: Format) -> RuledPaper.Row {
        .init(
            [format.language(label), "", PrintText.amount(pair.debit, format), PrintText.amount(pair.credit, format)],
            isSum: true)
    }
}
