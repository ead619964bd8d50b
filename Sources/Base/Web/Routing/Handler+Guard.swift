extension Route.Handler {
    /// The same, shown only where `mayOpen` says so; elsewhere the thing is not there.
    package func shown(where mayOpen: @escaping @Sendable (PageRequest) throws -> Bool) -> Route.Handler {
        switch self {
        case .page(let page): .page { try mayOpen($0) ? page($0) : .notFound }
        case .form(let command, let page, let done):
            .form(command: command, page: { try mayOpen($0) ? page($0) : .notFound }, done: done)
        case .upload(let upload):
            .upload(
                Upload(
                    commands: upload.commands, page: { try mayOpen($0) ? upload.page($0) : .notFound },
                    steps: { try mayOpen($0) ? upload.steps($0) : [] },
                    done: { try mayOpen($0) ? upload.done($0, $1) : .notFound }))
        case .json(let shape, let read): .json(shape: shape) { try mayOpen($0) ? read($0) : .notFound }
        case .file(let contentType, let read):
            .file(contentType: contentType) { try mayOpen($0) ? read($0) : .notFound }
        }
    }
}
