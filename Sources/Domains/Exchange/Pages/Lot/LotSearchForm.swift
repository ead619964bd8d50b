import Kernel
import Registry
import Web

/// Everything one can look for at once; sent as part of the address, so that a search can be kept and sent on.
struct LotSearchForm: Component {
    let request: PageRequest
    /// The townships to choose from, and the place that was asked for where it is none of them.
    let places: [Division]

    func html(_ language: Language) -> HTML {
        let states: [LotState] = [
            .listed, .auctionScheduled, .auctionRunning, .resultPublicity, .contractPending, .performing, .finished,
            .failed,
        ]
        let words = text("q", ExchangeText.Page.searchLots, language)
        let place = choice("place", ExchangeText.Page.township, places.map { ($0.id.text, $0.name) }, language)
        let category = choice(
            "category", ExchangeText.Field.category,
            TradeCategory.allCases.map { ($0.rawValue, language(ExchangeText.category($0))) }, language)
        let state = choice(
            "state", ExchangeText.Field.state, states.map { ($0.rawValue, language(ExchangeText.state($0))) }, language)
        let from = text("from", ExchangeText.Page.startsFrom, language, isNumber: true)
        let to = text("to", ExchangeText.Page.startsTo, language, isNumber: true)
        let isNarrowed =
            request.query["group"] == nil
            && ["place", "category", "state", "from", "to"].contains { request.query[$0]?.isEmpty == false }
        let open: HTML = isNarrowed ? " open" : ""
        let clear: HTML =
            request.query.isEmpty ? "" : "<a href=\"\(request.path)\">\(ExchangeText.Page.all, language)</a>"
        return """
            <form class="search" method="get" action="\(request.path)" role="search">\(words)\
            <div class="control"><button class="primary">\(ExchangeText.Page.find, language)</button>\(clear)</div>\
            <details\(open)><summary>\(ExchangeText.Page.narrow, language)</summary>\
            <div>\(place)\(category)\(state)\(from)\(to)</div></details></form>

            """
    }

    private func text(_ name: String, _ label: Message, _ language: Language, isNumber: Bool = false) -> HTML {
        let kind: HTML = isNumber ? "type=\"text\" inputmode=\"numeric\"" : "type=\"search\""
        return """
            <div class="field"><label for="search-\(name)">\(label, language)</label><div class="control">\
            <input \(kind) id="search-\(name)" name="\(name)" value="\(request.query[name] ?? "")" maxlength="100"></div></div>
            """
    }

    private func choice(_ name: String, _ label: Message, _ options: [(String, String)], _ language: Language) -> HTML {
        let chosen = request.query[name] ?? ""
        let list = options.map { value, title -> HTML in
            let selected: HTML = value == chosen ? " selected" : ""
            return "<option value=\"\(value)\"\(selected)>\(title)</option>"
        }
        return """
            <div class="field"><label for="search-\(name)">\(label, language)</label><div class="control">\
            <select id="search-\(name)" name="\(name)"><option value="">\(ExchangeText.Page.all, language)</option>\
            \(list)</select></div></div>
            """
    }
}
