import Kernel
import Registry
import Web

extension LotSearch {
    static let pageSize = 50

    /// What somebody asked for in the address: `q`, `category`, `state`, `group`, `place`, `from`, `to` (yuan), `page`. What is no
    /// value of its kind asks for nothing.
    init(_ request: PageRequest) {
        func text(_ name: String) -> String? {
            request.query[name].flatMap { $0.isBlank ? nil : $0 }
        }
        func money(_ name: String) -> Money? {
            guard let yuan = text(name).flatMap({ Int64($0) }), (0...1_000_000_000_000).contains(yuan) else {
                return nil
            }
            return Money(fen: yuan * 100)
        }
        let page = min(Pager.page(of: request), 10_000)
        self.init(
            text: text("q"), village: text("place").flatMap { DivisionID($0) },
            category: text("category").flatMap { TradeCategory(rawValue: $0) },
            state: text("state").flatMap { LotState(rawValue: $0) },
            group: text("group").flatMap { LotGroup(rawValue: $0) }, day: request.now.date, lowest: money("from"),
            highest: money("to"),
            limit: Self.pageSize, offset: (page - 1) * Self.pageSize)
    }
}
