package import Kernel
package import Web

/// A desk as a reader knows it: its name, with the identifier folded below.
package enum DeskName {
    /// The identifier alone where the desk has no name, nothing where no desk acted.
    package static func html(_ desk: String, _ title: String?, _ language: Language) -> HTML {
        guard let title, !title.isEmpty, title != desk else { return HTML(text: desk) }
        return "\(title)\(folded(desk, language))"
    }

    /// An identifier that is there for whoever asks.
    package static func folded(_ identifier: String, _ language: Language) -> HTML {
        "<details class=\"plain\"><summary>\(RegistryText.identifier, language)</summary><p>\(identifier)</p></details>"
    }
}
