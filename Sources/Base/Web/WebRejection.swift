package import Kernel

/// What can be wrong with the way a form was sent, before any command is read. Numbers 1150–1179.
package enum WebRejection: RejectionReason {
    case malformedForm
    case notUTF8
    case duplicateName(name: String)
    case tooManyFields(limit: Int)
    case fieldTooLong(field: String, limit: Int)
    case badFieldName
    case malformedUpload
    case fileTooLarge(field: String, limit: Int)
    case tooManyFiles(limit: Int)
    case fileTypeNotAllowed(field: String, allowed: [FileKind])

    package var number: Int {
        switch self {
        case .malformedForm: 1150
        case .notUTF8: 1151
        case .duplicateName: 1152
        case .tooManyFields: 1153
        case .fieldTooLong: 1154
        case .badFieldName: 1155
        case .malformedUpload: 1156
        case .fileTooLarge: 1157
        case .tooManyFiles: 1158
        case .fileTypeNotAllowed: 1159
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .fileTooLarge, .tooManyFields, .tooManyFiles: .tooLarge
        default: .badInput
        }
    }

    package var field: String? {
        switch self {
        case .fieldTooLong(let field, _), .fileTooLarge(let field, _), .fileTypeNotAllowed(let field, _): field
        default: nil
        }
    }

    package static var catalogue: [WebRejection] {
        [
            .malformedForm, .notUTF8, .duplicateName(name: "lot"), .tooManyFields(limit: 2_000),
            .fieldTooLong(field: "title", limit: 20_000), .badFieldName, .malformedUpload,
            .fileTooLarge(field: "file", limit: 10_485_760), .tooManyFiles(limit: 5),
            .fileTypeNotAllowed(field: "file", allowed: [.pdf, .jpeg]),
        ]
    }
}

extension Rejection.Kind {
    /// The HTTP status of an answer "no".
    package var status: Int {
        switch self {
        case .badInput: 400
        case .notSignedIn: 401
        case .forbidden: 403
        case .notFound: 404
        case .conflict: 409
        case .refused: 422
        case .tooLarge: 413
        case .tooMany: 429
        case .unavailable: 503
        }
    }
}
