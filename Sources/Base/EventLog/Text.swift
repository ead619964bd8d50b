package import Kernel

extension LogFault {
    package var text: Message {
        switch self {
        case .malformedKey: Message(zh: "密钥文本格式不对。", en: "The key's text is malformed.")
        case .malformedNote: Message(zh: "签名文本格式不对。", en: "The signed note is malformed.")
        case .notSigned(let name): Message(zh: "没有“\(name)”的签名。", en: "There is no signature by “\(name)”.")
        case .badSignature(let name): Message(zh: "“\(name)”的签名无效。", en: "The signature by “\(name)” is not valid.")
        case .duplicateSignature(let name):
            Message(zh: "“\(name)”的签名出现了两次。", en: "“\(name)” has signed twice.")
        case .signerOver(let size):
            Message(
                zh: "签名的是以前的密钥，它签不到第 \(size) 条。",
                en: "It is signed with a key of before, which did not reach \(size) entries.")
        case .malformedCheckpoint: Message(zh: "检查点格式不对。", en: "The checkpoint is malformed.")
        case .wrongOrigin(let expected, let found):
            Message(
                zh: "检查点属于日志“\(found)”，不是“\(expected)”。", en: "The checkpoint is of log “\(found)”, not “\(expected)”.")
        case .missingFile(let path): Message(zh: "缺少 \(path)。", en: "\(path) is missing.")
        case .malformedTile(let path): Message(zh: "哈希块 \(path) 长度不对。", en: "Tile \(path) has the wrong length.")
        case .malformedBundle(let path): Message(zh: "条目包 \(path) 格式不对。", en: "Entry bundle \(path) is malformed.")
        case .tileMismatch(let path, let index):
            Message(
                zh: "哈希块 \(path) 与条目不符，首个不符之处在第 \(index) 条。",
                en: "Tile \(path) does not match the entries, first at entry \(index).")
        case .entryMismatch(let index):
            Message(zh: "第 \(index) 条与日志不符。", en: "Entry \(index) does not match the log.")
        case .rootMismatch(let size):
            Message(zh: "前 \(size) 条算出的根与检查点不符。", en: "The root of the first \(size) entries is not the checkpoint's.")
        case .sizeMismatch(let expected, let found):
            Message(
                zh: "应有 \(expected) 条，实有 \(found) 条。", en: "There should be \(expected) entries; there are \(found).")
        case .beyondLog(let index, let size):
            Message(
                zh: "日志只有 \(size) 条，没有第 \(index) 条。", en: "The log has \(size) entries; there is no entry \(index).")
        case .inconsistent(let oldSize, let newSize, let entry):
            Message(
                zh: "\(newSize) 条的日志不是 \(oldSize) 条的日志的延续"
                    + (entry.map { "，第 \($0) 条首先不同。" } ?? "。"),
                en: "The log of \(newSize) entries does not continue the one of \(oldSize)"
                    + (entry.map { "; entry \($0) is the first that differs." } ?? "."))
        case .malformedReceipt: Message(zh: "回执格式不对。", en: "The receipt is malformed.")
        case .receiptWithoutEntry:
            Message(zh: "回执中没有条目内容，请同时给出条目。", en: "The receipt does not hold the entry; give the entry as well.")
        case .proofFails(let index):
            Message(zh: "第 \(index) 条的证明不成立。", en: "The proof of entry \(index) does not hold.")
        case .leafTooLarge(let bytes):
            Message(zh: "日志条目有 \(bytes) 字节，上限为 16384。", en: "The entry has \(bytes) bytes; at most 16,384 are allowed.")
        case .unfitForLeaf(let field):
            Message(zh: "“\(field)”不能写入日志。", en: "“\(field)” cannot stand in a log entry.")
        case .malformedLeaf: Message(zh: "日志条目格式不对。", en: "The log entry is malformed.")
        case .leafOutOfOrder(let index):
            Message(zh: "第 \(index) 条的时间早于前一条。", en: "Entry \(index) is dated before the one ahead of it.")
        case .badLeaf(let index):
            Message(zh: "第 \(index) 条不是规范的日志条目。", en: "Entry \(index) is not a canonical log entry.")
        case .unreadable:
            Message(zh: "此值已无法读取（密钥不符或已销毁）。", en: "This value cannot be read (wrong key, or destroyed).")
        }
    }
}
