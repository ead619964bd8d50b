package import Kernel

/// The way down to here, as the divisions of a place: county, township, village.
package struct Breadcrumb: Component {
    package struct Crumb: Sendable {
        let name: String
        let path: String?

        /// Without a path: where the reader is.
        package init(_ name: String, _ path: String? = nil) {
            self.name = name
            self.path = path
        }
    }

    let crumbs: [Crumb]

    package init(_ crumbs: [Crumb]) {
        self.crumbs = crumbs
    }

    package func html(_ language: Language) -> HTML {
        guard !crumbs.isEmpty else { return "" }
        let items = crumbs.map { crumb -> HTML in
            let inner = crumb.path.map { HTML.link(crumb.name, to: $0) } ?? "<span>\(crumb.name)</span>"
            return "<li>\(inner)</li>"
        }
        return "<nav class=\"path\" aria-label=\"\(Text.path, language)\"><ol>\(items)</ol></nav>\n"
    }
}
