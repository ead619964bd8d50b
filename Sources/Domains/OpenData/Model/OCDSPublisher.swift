/// Who publishes, under which prefix, and where the extensions are found. A county's own; nothing of it is in the log.
package struct OCDSPublisher: Sendable, Hashable {
    /// What is used until the county has a registered prefix of its own.
    package static let unregistered = "ocds-qianmo"

    /// The registered prefix of all its identifiers, `ocds-` and six letters or digits. The shipped one is not registered.
    package let prefix: String
    package let name: String
    /// The county's site, without a slash at the end: notices and packages are addressed under it.
    package let site: String
    /// Where each extension's `extension.json` is.
    package let extensions: [String]

    package init(prefix: String, name: String, site: String, extensions: [String]? = nil) {
        self.prefix = prefix
        self.name = name
        self.site = site
        self.extensions = extensions ?? OCDSPublisher.extensions(site: site)
    }

    /// The house itself, at the address it is reached by.
    init(at origin: String) {
        self.init(prefix: OCDSPublisher.unregistered, name: origin, site: origin)
    }

    /// Bids, lots and location at the tag the standard names, and our own from the site itself.
    package static func extensions(site: String) -> [String] {
        let source = "https://raw.githubusercontent.com/open-contracting-extensions"
        return ["bid", "lots", "location"].map { "\(source)/ocds_\($0)_extension/v1.1.5/extension.json" }
            + ["\(site)/ocds/ruralLease/extension.json"]
    }
}
