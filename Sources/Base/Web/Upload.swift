import Foundation
package import Kernel

/// A file that becomes many commands: its page, what would be given, and what became of each.
///
/// `GET` shows the page. `POST` with the file shows it again with the file in the form's values (`CarriedFile`), and nothing
/// is written. `POST` with the carried file and `?give=1` gives the commands one after another, each with a key made of its
/// content, so that the same file a second time changes nothing.
package struct Upload: Sendable {
    /// The commands it may give, with their prefixes.
    package let commands: [String]
    package let page: @Sendable (PageRequest) throws -> PageResult
    package let steps: @Sendable (PageRequest) throws -> [UploadStep]
    package let done: @Sendable (PageRequest, [UploadAnswer]) throws -> PageResult

    package init(
        commands: [String], page: @escaping @Sendable (PageRequest) throws -> PageResult,
        steps: @escaping @Sendable (PageRequest) throws -> [UploadStep],
        done: @escaping @Sendable (PageRequest, [UploadAnswer]) throws -> PageResult
    ) {
        self.commands = commands
        self.page = page
        self.steps = steps
        self.done = done
    }
}

/// Looked up when its turn comes, for what was given before may change it. Throws a rejection where it cannot be given.
package typealias UploadStep = @Sendable () throws -> UploadAct

package enum UploadAct: Sendable {
    case give(command: String, arguments: JSON, key: String)
    /// It was here already.
    case unchanged
}

package enum UploadAnswer: Sendable, Hashable {
    case given
    case unchanged
    case refused(Rejection)
}

/// A file on its way through a form that is shown before it is acted on: its bytes as text in a hidden field.
package enum CarriedFile {
    /// What the form that takes the file calls it.
    package static let upload = "file"
    /// What the form that acts on it calls its bytes and its name.
    package static let field = "content"
    package static let nameField = "contentName"

    /// How much is taken: 4 MiB, and what that is as text.
    package static let limits = FormLimits(
        bodyBytes: 6_291_456, fieldBytes: 6_291_456, files: 1, fileBytes: 4_194_304, fileKinds: [.csv, .zip, .xml])

    package static func text(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// Nil where no file is carried, or its text is none of `text`.
    package static func bytes(in form: FormState) -> [UInt8]? {
        form.values[field].flatMap { $0.isEmpty ? nil : Data(base64Encoded: $0).map { Array($0) } }
    }
}
