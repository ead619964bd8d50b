import Kernel
import Storage
import Web

/// What was written down, the latest first.
struct NoteListPage {
    let notes: [Note]

    init(_ tx: any ReadTransaction) throws { notes = try NoteQueries.list(limit: 100, in: tx) }

    func page(_ request: PageRequest) -> Page {
        let rows = notes.map { [HTML(text: $0.text), HTML.link($0.place.text, to: "/places/\($0.place)")] }
        return Page(
            __Name__Text.title, request,
            [
                Headline(
                    __Name__Text.question, answer: __Name__Text.answer(request.format.count(notes.count)),
                    in: request.language),
                DataTable(
                    columns: [.init(__Name__Text.text), .init(__Name__Text.place)], rows: rows,
                    empty: EmptyState(__Name__Text.empty)),
            ])
    }
}
