extension Route.Handler {
    /// The same, shown only where `mayOpen` says so; elsewhere the thing is not there.
    package func shown(where mayOpen: @escaping @Sendable (PageRequest) throws -> Bool) -> Route.Handler {
        switch self {
        case .page(let page): .page { try mayOpen($0) ? page($0) : .notFound }
        case .form(let command, let page, let done):
            .form(command: command, page: { try mayOpen($0) ? page($0) : .notFound }, done: done)
        case .json(let shape, let read): .json(shape: shape) { try mayOpen($0) ? read($0) : .notFound }
        case .file(let contentType, let read):
            .file(contentType: contentType) { try mayOpen($0) ? read($0) : .notFound }
        }
    }
}
