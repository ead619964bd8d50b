package import Kernel

/// Why somebody does not come in. Numbers 1330–1359; words in `Text.swift`.
package enum SignInRejection: RejectionReason {
    case busy
    case wrongCredentials
    case wrongCode
    case badPhone
    case notSent
    case weakPassword
    case nameTaken
    case phoneTaken
    case notYourOffice
    case unknownPerson
    case nothingToConfirm
    case officeClosed
    case deskUnknown
    case hasAccount
    case noSender
    case needsAnother
    case commonPassword
    case phoneNotProved

    package var number: Int {
        switch self {
        case .busy: 1330
        case .wrongCredentials: 1331
        case .wrongCode: 1332
        case .badPhone: 1333
        case .notSent: 1334
        case .weakPassword: 1335
        case .nameTaken: 1336
        case .phoneTaken: 1337
        case .notYourOffice: 1338
        case .unknownPerson: 1339
        case .nothingToConfirm: 1340
        case .officeClosed: 1341
        case .deskUnknown: 1342
        case .hasAccount: 1343
        case .noSender: 1344
        case .needsAnother: 1345
        case .commonPassword: 1346
        case .phoneNotProved: 1347
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .busy, .notSent, .noSender: .unavailable
        case .wrongCredentials, .wrongCode, .phoneNotProved: .notSignedIn
        case .badPhone, .weakPassword, .commonPassword: .badInput
        case .nameTaken, .phoneTaken: .conflict
        case .notYourOffice, .officeClosed, .needsAnother: .forbidden
        case .unknownPerson, .deskUnknown: .notFound
        case .nothingToConfirm, .hasAccount: .conflict
        }
    }

    package var field: String? {
        switch self {
        case .wrongCode: "code"
        case .badPhone, .phoneTaken: "phone"
        case .weakPassword, .commonPassword: "password"
        case .nameTaken: "name"
        case .notYourOffice, .unknownPerson, .deskUnknown, .hasAccount: "office"
        default: nil
        }
    }

    package static var catalogue: [SignInRejection] {
        [
            .busy, .wrongCredentials, .wrongCode, .badPhone, .notSent, .weakPassword, .nameTaken, .phoneTaken,
            .notYourOffice, .unknownPerson, .nothingToConfirm, .officeClosed, .deskUnknown, .hasAccount, .noSender,
            .needsAnother, .commonPassword,
        ]
    }
}
