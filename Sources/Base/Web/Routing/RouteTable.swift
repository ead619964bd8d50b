/// Every address of the house, checked once, then matched without regular expressions.
package struct RouteTable: Sendable {
    package enum Match: Sendable {
        case found(Route, parameters: [String: String])
        /// The address exists, but not for this method.
        case methodNotAllowed([Route.Method])
        case notFound
        /// Not an address this house would ever give out: `..`, `//`, an encoded slash, bytes that are no UTF-8.
        case badPath
    }

    /// Two routes that answer the same request, or a pattern that is none: our mistake, found when the house opens.
    package struct Conflict: Error, Hashable, CustomStringConvertible {
        package let description: String
    }

    package let routes: [Route]
    private let root: RouteNode

    package init(_ routes: [Route]) throws(Conflict) {
        var root = RouteNode()
        for (position, route) in routes.enumerated() {
            let segments = try RoutePattern.segments(route.path)
            for method in route.methods { try root.insert(segments[...], method, position, route.path) }
        }
        self.routes = routes
        self.root = root
    }

    /// `target` is the path as it came, still percent-encoded, without the query. HEAD is matched as GET.
    package func match(_ method: String, _ target: String) -> Match {
        guard let segments = RequestPath.segments(target) else { return .badPath }
        var parameters: [String: String] = [:]
        guard let entries = root.find(segments[...], &parameters) else { return .notFound }
        guard let wanted = Route.Method(rawValue: method == "HEAD" ? "GET" : method), let position = entries[wanted]
        else { return .methodNotAllowed(Route.Method.allCases.filter { entries[$0] != nil }) }
        return .found(routes[position], parameters: parameters)
    }
}

extension Route {
    /// The methods this address answers.
    package var methods: [Method] {
        switch handler {
        case .form, .upload: [.get, .post]
        case .page, .json, .file: [.get]
        }
    }

    /// The names in braces, in order.
    package var parameterNames: [String] {
        path.split(separator: "/").compactMap { segment in
            guard segment.hasPrefix("{"), segment.hasSuffix("}") else { return nil }
            return String(segment.dropFirst().dropLast())
        }
    }
}

/// A place in the tree of addresses. A literal segment is preferred to a parameter.
struct RouteNode: Sendable {
    private var literals: [String: RouteNode] = [:]
    private var parameter: [RouteNode] = []
    private var parameterName = ""
    private var entries: [Route.Method: Int] = [:]

    mutating func insert(
        _ segments: ArraySlice<RoutePattern.Segment>, _ method: Route.Method, _ position: Int, _ path: String
    ) throws(RouteTable.Conflict) {
        guard let segment = segments.first else {
            guard entries.updateValue(position, forKey: method) == nil else {
                throw RouteTable.Conflict(description: "\(method.rawValue) \(path) is answered twice")
            }
            return
        }
        switch segment {
        case .literal(let text):
            try literals[text, default: RouteNode()].insert(segments.dropFirst(), method, position, path)
        case .parameter(let name):
            if parameter.isEmpty {
                parameter = [RouteNode()]
                parameterName = name
            }
            guard parameterName == name else {
                throw RouteTable.Conflict(description: "\(path): {\(name)} is called {\(parameterName)} elsewhere")
            }
            try parameter[0].insert(segments.dropFirst(), method, position, path)
        }
    }

    func find(_ segments: ArraySlice<String>, _ parameters: inout [String: String]) -> [Route.Method: Int]? {
        guard let segment = segments.first else { return entries.isEmpty ? nil : entries }
        if let next = literals[segment], let found = next.find(segments.dropFirst(), &parameters) { return found }
        guard let next = parameter.first, !segment.isEmpty,
            let found = next.find(segments.dropFirst(), &parameters)
        else { return nil }
        parameters[parameterName] = segment
        return found
    }
}
