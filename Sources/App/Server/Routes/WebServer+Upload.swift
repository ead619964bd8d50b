import Hummingbird
import Kernel
import NIOPosix
import Platform
import Web

/// Files that become many commands: shown first, then given one after another.
extension WebServer {
    func take(_ upload: Upload, _ incoming: IncomingRequest) async throws -> Response {
        guard let principal = incoming.caller.principal else { throw ServerRejection.notSignedIn.rejection }
        let form: (values: [String: String], key: String)
        do {
            form = try await carried(incoming)
        } catch let rejection as Rejection where rejection.field == CarriedFile.upload {
            let state = FormState(rejections: [rejection])
            return try await show(
                upload.page, incoming, incoming.page(form: state), status: Refusal.status(of: rejection))
        }
        let fresh = Base64.text(Randomness.bytes(16))
        let request = incoming.page(form: FormState(values: form.values, key: form.key.isEmpty ? fresh : form.key))
        guard incoming.query["give"] == "1" else { return try await show(upload.page, incoming, request) }
        try await limitCommands(incoming.caller)
        let steps = try await threads.runIfActive { try upload.steps(request) }
        var answers: [UploadAnswer] = []
        for step in steps { answers.append(try await give(step, principal)) }
        let all = answers
        // What was refused is tried again under a key of its own.
        let after = incoming.page(form: FormState(values: form.values, key: fresh))
        return try await show({ try upload.done($0, all) }, incoming, after)
    }

    private func give(_ step: @escaping UploadStep, _ principal: Principal) async throws -> UploadAnswer {
        do {
            switch try await threads.runIfActive({ try step() }) {
            case .unchanged: return .unchanged
            case .give(let command, let arguments, let key):
                let submission = Submission(command: command, arguments: arguments, principal: principal, key: key)
                switch try await access.submit(submission) {
                case .accepted: return .given
                case .rejected(let rejection): return .refused(rejection)
                }
            }
        } catch let rejection as Rejection {
            return .refused(rejection)
        } catch is OutcomeUnknown {
            // The same file again tells what happened, and cannot do it twice.
            return .refused(ServerRejection.outcomeUnknown.rejection)
        }
    }

    /// The values of the form with the file among them.
    private func carried(_ incoming: IncomingRequest) async throws -> (values: [String: String], key: String) {
        let contentType = incoming.request.headers[.contentType] ?? ""
        let limits = CarriedFile.limits
        let body = try await Body.read(
            incoming.request, limit: limits.bodyBytes, within: .seconds(configuration.limits.bodySeconds))
        let form = try FormDecoding.decode(body, contentType: contentType, limits: limits)
        try CrossSite.check(token: form.csrfToken, of: incoming.caller)
        var values = form.values
        if let file = form.files.first(where: { $0.field == CarriedFile.upload }) {
            values[CarriedFile.field] = CarriedFile.text(file.bytes)
            values[CarriedFile.nameField] = file.name
        }
        return (values, form.key)
    }
}
