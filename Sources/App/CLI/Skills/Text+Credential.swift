import Credentials
import Kernel

extension CLIText {
    static let verifyCredential = Message(
        zh: "核验电子证书（VC 2.0、Open Badges 3.0 的 JWT）。", en: "Check a credential (VC 2.0, Open Badges 3.0 as a JWT).")
    static let credentialKeys = Message(
        zh: "公钥文件（JWKS、did.json 或密钥清单）；不填则用同目录的 keys.json。",
        en: "The public keys: JWKS, did.json or a list with dates; keys.json beside the file if absent.")
    static let credentialStatus = Message(zh: "状态列表文件，可写多次。", en: "A status list; may be given more than once.")
    static let credentialAt = Message(
        zh: "按哪一时刻核验（日期，或带时区的时刻）；不填为现在。",
        en: "The moment to judge at, a day or an instant with its zone; now if absent.")
    static let credentialUnsigned = Message(
        zh: "只看未签名文件的格式。", en: "Judge only the form of an unsigned document.")

    static func credentialBadMoment(_ text: String) -> Message {
        Message(
            zh: "“\(text)”不是日期，也不是带时区的时刻。请写成 2026-06-01 或 2026-06-01T08:00:00+08:00。",
            en: "“\(text)” is no day and no instant with a zone. Write 2026-06-01 or 2026-06-01T08:00:00+08:00.")
    }

    static func credentialBadKeys(_ path: String) -> Message {
        Message(
            zh: "\(path) 里没有能用的公钥。请给 JWKS、did.json 或密钥清单。",
            en: "\(path) holds no public key we can use. Give a JWKS, a did.json or a list of keys.")
    }

    static func credentialSummary(_ counts: (valid: Int, invalid: Int, unknown: Int, differing: Int)) -> Message {
        Message(
            zh: "有效 \(counts.valid)，无效 \(counts.invalid)，无法判断 \(counts.unknown)；与预期不同 \(counts.differing)。",
            en:
                "\(counts.valid) valid, \(counts.invalid) invalid, \(counts.unknown) cannot be told; \(counts.differing) differ."
        )
    }

    static func credentialVerdict(_ verdict: Verdict) -> Message {
        let result =
            switch verdict.result {
            case .valid: Message(zh: "有效", en: "valid")
            case .invalid: Message(zh: "无效", en: "invalid")
            case .unknown: Message(zh: "无法判断", en: "cannot be told")
            }
        guard let reason = verdict.reason else { return result }
        let place = verdict.place.isEmpty ? "" : " (\(verdict.place))"
        return Message(
            zh: "\(result.zh)：\(words(reason))\(place)", en: "\(result.en): \(reason.rawValue)\(place)")
    }

    private static func words(_ reason: CredentialReason) -> String {
        switch reason {
        case .form: "格式不对"
        case .type: "类型不对"
        case .criticalHeader: "含有不认识的必需标头"
        case .algorithm: "签名算法不可用"
        case .keyUnknown: "公钥不明"
        case .keyCompromised: "公钥已泄露"
        case .keyRetired: "签名时公钥已停用"
        case .keyNotYet: "签名时公钥尚未启用"
        case .signature: "签名不符"
        case .issuer: "签发者不符"
        case .identity: "证书号或持有人不符"
        case .claims: "声明与证书内容不符"
        case .notYetValid: "尚未生效"
        case .expired: "已过期"
        case .revoked: "已撤销"
        case .suspended: "已暂停"
        case .statusMissing: "没有状态列表"
        case .statusExpired: "状态列表已过期"
        case .statusNotYet: "状态列表尚未生效"
        case .statusForm: "状态列表格式不对"
        case .statusLength: "状态列表太短"
        case .statusRange: "序号超出状态列表"
        case .statusPurpose: "状态列表用途不符"
        case .statusSignature: "状态列表签名不符"
        case .statusIssuer: "状态列表签发者不符"
        case .statusType: "状态方法不明"
        case .proofType: "签名方式不明"
        }
    }
}
