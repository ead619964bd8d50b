import Kernel
import Registry
import Storage
import Web

/// The working paper of the transition as it went into the log: every part of every old balance with its basis.
struct WorkingPaperPage {
    let organisation: Organisation
    let parts: [TransferPart]
    let accounts: [AccountCode: BookAccount]

    init(_ organisation: Organisation, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        parts = try TransitionQueries.list(organisation.id, in: tx)
        accounts = Dictionary(try BookQueries.accounts(organisation.id, in: tx).map { ($0.code, $0) }) { $1 }
    }

    func page(_ request: PageRequest) -> Page {
        func sum(_ side: KeyPath<TransferPart, Money?>) -> Money {
            parts.reduce(.zero) { $0 + ($1[keyPath: side] ?? .zero) }
        }
        func figure(_ amount: Money?) -> HTML {
            HTML(text: amount.flatMap { $0 == .zero ? nil : request.money($0) } ?? "")
        }
        let rows = parts.map { part -> [HTML] in
            let old = part.old.map { code in
                "\(code) \(TransitionTable.of2004[code]?.name ?? "")"
            }
            let new = "\(part.new) \(accounts[part.new].map { request($0.name) } ?? "")"
            return [
                HTML(text: old ?? request(BookText.adjustment)), HTML(text: part.detail ?? ""),
                HTML.link(new, to: BookDesk.path(organisation.id, "/accounts/\(part.new)")),
                figure(part.debit), figure(part.credit), HTML(text: part.basis),
            ]
        }
        return Page(
            BookText.workingPaper, request,
            [
                BookDesk.crumbs(organisation, request, BookText.workingPaper),
                Headline(
                    BookText.whereDidItGo, answer: BookText.paperRows(parts.count), note: BookText.sealedPaper,
                    in: request.language),
                DataTable(
                    columns: [
                        .init(BookText.oldAccount), .init(BookText.detail), .init(BookText.newAccount),
                        .init(BookText.debit, .number), .init(BookText.credit, .number), .init(BookText.basis),
                    ], rows: rows,
                    totals: rows.isEmpty
                        ? nil
                        : [
                            HTML(text: request(BookText.total)), "", "", figure(sum(\.debit)), figure(sum(\.credit)),
                            "",
                        ], empty: EmptyState(BookText.noPaper)),
            ])
    }
}
