package import Kernel

/// One field to look for something in this list; keeps the page's other filters.
package struct SearchBox: Component {
    let request: PageRequest
    let name: String
    let label: Message
    let count: Int64?

    /// The words arrive as `request.query[name]`. `count` says how many were found.
    package init(_ request: PageRequest, label: Message, name: String = "q", count: Int64? = nil) {
        self.request = request
        self.name = name
        self.label = label
        self.count = count
    }

    package func html(_ language: Language) -> HTML {
        let kept = request.query.filter { $0.key != name && $0.key != "page" && $0.key != "lang" }
            .sorted { $0.key < $1.key }
            .map { "<input type=\"hidden\" name=\"\($0.key)\" value=\"\($0.value)\">" as HTML }
        let found: HTML? = count.map { "<p class=\"note\">\(Text.results(Format(language).count($0)), language)</p>" }
        let typed = request.query[name] ?? ""
        let clear: HTML? =
            typed.isEmpty
            ? nil : "<a href=\"\(request.link(setting: [name: nil, "page": nil]))\">\(Text.clear, language)</a>"
        return """
            <form class="search" method="get" action="\(request.path)" role="search">\(kept)\
            <label for="search-\(name)">\(label, language)</label>\
            <div class="control"><input type="search" id="search-\(name)" name="\(name)" value="\(typed)" maxlength="100">\
            <button class="primary">\(Text.search, language)</button></div>\(clear)\(found)</form>

            """
    }
}
