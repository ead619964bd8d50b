package import Kernel

/// Many ways down from one page, in groups: a link and what it shows. On a desk the groups stand side by side.
package struct Directory: Component {
    package struct Way: Sendable {
        let label: Message
        let path: String
        let hint: Message

        package init(_ label: Message, to path: String, _ hint: Message) {
            self.label = label
            self.path = path
            self.hint = hint
        }
    }

    package struct Group: Sendable {
        let title: Message
        let ways: [Way]

        package init(_ title: Message, _ ways: [Way]) {
            self.title = title
            self.ways = ways
        }
    }

    let groups: [Group]

    /// A group without ways is left out.
    package init(_ groups: [Group]) {
        self.groups = groups.filter { !$0.ways.isEmpty }
    }

    package func html(_ language: Language) -> HTML {
        let groups = groups.map { group -> HTML in
            let ways = group.ways.map { way -> HTML in
                "<li>\(HTML.link(language(way.label), to: way.path)) <small>\(way.hint, language)</small></li>\n"
            }
            return "<div><h3>\(group.title, language)</h3>\n<ul>\n\(ways)</ul></div>\n"
        }
        return "<div class=\"directory\">\n\(groups)</div>\n"
    }
}
