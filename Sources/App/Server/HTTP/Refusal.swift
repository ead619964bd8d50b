import Hummingbird
import Kernel
import Platform
import Storage
import Web

/// A "no" with the headers that belong to it.
struct Refusal: Error {
    let rejection: Rejection
    var headers: HTTPFields = [:]

    /// After how many seconds to come back where nobody knows better: a stand-by takes over within ten.
    static let retryAfter = "5"

    private static let statusByNumber: [Int: Int] = Dictionary(
        ServerRejection.catalogue.compactMap { reason in reason.statusCode.map { (reason.number, $0) } },
        uniquingKeysWith: { first, _ in first })

    static func status(of rejection: Rejection) -> Int {
        statusByNumber[rejection.number] ?? rejection.kind.status
    }

    /// What `error` means to the person who asked. Nil when it is no answer of ours but a fault.
    init?(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        case let rejection as Rejection: self.init(rejection: rejection)
        case is OutcomeUnknown, StorageError.unknownOutcome:
            self.init(rejection: ServerRejection.outcomeUnknown.rejection)
        case StorageError.unavailable: self.init(rejection: ServerRejection.storeAway.rejection)
        default: return nil
        }
    }

    init(rejection: Rejection, headers: HTTPFields = [:]) {
        self.rejection = rejection
        self.headers = headers
    }

    static func methodNotAllowed(_ methods: [HTTPRequest.Method]) -> Refusal {
        let names = methods.map(\.rawValue) + (methods.contains(.get) ? ["HEAD"] : [])
        let allowed = names.sorted().joined(separator: ", ")
        return Refusal(
            rejection: ServerRejection.methodNotAllowed(allowed: allowed).rejection, headers: [.allow: allowed])
    }

    static func tooMany(seconds: Int64) -> Refusal {
        Refusal(
            rejection: ServerRejection.tooMany(seconds: seconds).rejection, headers: [.retryAfter: String(seconds)])
    }
}

extension Rejection {
    /// As the API answers it: number, words in both languages, the article, the field, and all that came with it.
    var answer: JSON {
        var members: [String: JSON] = [
            "number": .integer(Int64(number)), "kind": .string(kind.rawValue), "text": text.answer, "next": next.answer,
        ]
        if let basis { members["article"] = basis.article.answer }
        if let field { members["field"] = .string(field) }
        if !others.isEmpty { members["others"] = .array(others.map(\.answer)) }
        return .object(members)
    }
}

extension Rejection {
    /// The same as problem details (RFC 9457): `answer`, and the three members every client of that standard looks for.
    func problem(status: Int, in language: Language) -> JSON {
        var members = answer.object ?? [:]
        members["type"] = .string("urn:qianmo:rejection:\(number)")
        members["title"] = .string(language(text))
        members["status"] = .integer(Int64(status))
        return .object(members)
    }
}

extension Message {
    var answer: JSON { .object(["zh": .string(zh), "en": .string(en)]) }
}
