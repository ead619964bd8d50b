package import Kernel

/// Earlier and later pages of a long list; the page number stands in the query as `page`, counted from 1.
package struct Pager: Component {
    let request: PageRequest
    let page: Int
    let pages: Int

    package init(_ request: PageRequest, pages: Int) {
        self.request = request
        self.pages = max(1, pages)
        page = Self.page(of: request, pages: pages)
    }

    /// The page asked for, within what there is.
    package static func page(of request: PageRequest, pages: Int = .max) -> Int {
        request.number("page", within: 1...max(1, pages), otherwise: 1)
    }

    package func html(_ language: Language) -> HTML {
        guard pages > 1 else { return "" }
        let format = Format(language)
        let before = page > 1 ? link(page - 1, Text.previous, "prev", language) : "<span></span>"
        let after = page < pages ? link(page + 1, Text.following, "next", language) : "<span></span>"
        return """
            <nav class="pager" aria-label="\(Text.pages, language)">\(before)\
            <span>\(Text.pageOf(format.count(page), format.count(pages)), language)</span>\(after)</nav>

            """
    }

    private func link(_ number: Int, _ label: Message, _ relation: String, _ language: Language) -> HTML {
        let target = request.link(setting: ["page": String(number)])
        return "<a class=\"button\" rel=\"\(relation)\" href=\"\(target)\">\(label, language)</a>"
    }
}
