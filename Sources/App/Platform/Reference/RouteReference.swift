import Kernel
package import Web

/// `docs/routes.md`: every address of the domains, who may open it, and what is there. The browser tests go by it.
package struct RouteReference {
    private let routes: [Route]

    package init(_ routes: [Route]) {
        self.routes = routes
    }

    package var markdown: String {
        let head = [
            "<!-- \(ReferenceText.generated.en) -->",
            "# \(ReferenceText.routesTitle.zh) · \(ReferenceText.routesTitle.en)", "",
            ReferenceText.routesIntroduction.zh, "", ReferenceText.routesIntroduction.en, "",
            "| | | | |", "|---|---|---|---|",
        ]
        return (head + routes.sorted { $0.path < $1.path }.map(row)).joined(separator: "\n") + "\n"
    }

    private func row(_ route: Route) -> String {
        "| `\(route.path)` | \(route.summary.zh) · \(route.summary.en) | \(readers(route.rule)) | \(gives(route.handler)) |"
    }

    private func readers(_ rule: Route.Rule) -> String {
        switch rule {
        case .everyone: "everyone"
        case .signedIn: "signed in"
        case .roles(let roles): Role.allCases.filter(roles.contains).map(\.rawValue).joined(separator: ", ")
        }
    }

    private func gives(_ handler: Route.Handler) -> String {
        switch handler {
        case .page: "page"
        case .form(let command, _, _): "form `\(command)`"
        case .upload(let upload): "upload " + upload.commands.map { "`\($0)`" }.joined(separator: ", ")
        case .json: "JSON"
        case .file(let type, _): "file `\(type)`"
        }
    }
}
