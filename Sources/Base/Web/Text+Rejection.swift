package import Kernel

extension WebRejection {
    package var text: Message {
        switch self {
        case .malformedForm: Message(zh: "表单内容的格式不对。", en: "The form was not sent in a readable way.")
        case .notUTF8: Message(zh: "表单内容不是 UTF-8 编码。", en: "The form is not encoded as UTF-8.")
        case .duplicateName(let name): Message(zh: "“\(name)”提交了两次。", en: "“\(name)” was sent twice.")
        case .tooManyFields(let limit): Message(zh: "表单超过 \(limit) 项。", en: "The form has more than \(limit) fields.")
        case .fieldTooLong(_, let limit):
            Message(zh: "此项超过 \(limit) 个字节。", en: "This field is longer than \(limit) bytes.")
        case .badFieldName: Message(zh: "表单里有一项的名称不对。", en: "A field of the form has a name that cannot be.")
        case .malformedUpload: Message(zh: "上传的内容不完整或格式不对。", en: "The upload is incomplete or malformed.")
        case .fileTooLarge(_, let limit):
            Message(zh: "文件超过 \(limit / 1_048_576) MB。", en: "The file is larger than \(limit / 1_048_576) MB.")
        case .tooManyFiles(let limit): Message(zh: "一次最多上传 \(limit) 个文件。", en: "At most \(limit) files at once.")
        case .fileTypeNotAllowed(_, let allowed):
            Message(
                zh: "不能上传这种文件，只接受：\(allowed.map(\.rawValue).joined(separator: "、"))。",
                en: "This kind of file is not accepted; only: \(allowed.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    package var next: Message {
        switch self {
        case .fileTooLarge: Message(zh: "请压缩或拆分后再上传。", en: "Make it smaller or split it, then upload it again.")
        case .fileTypeNotAllowed: Message(zh: "请换一种格式保存后再上传。", en: "Save it in another format and upload it again.")
        case .fieldTooLong: Message(zh: "请写短一些再提交。", en: "Shorten it and send it again.")
        case .tooManyFields, .tooManyFiles: Message(zh: "请分几次提交。", en: "Send it in several parts.")
        default:
            Message(zh: "请回到原页面重新填写并提交；没有任何内容被写入。", en: "Go back to the page and send it again; nothing was written.")
        }
    }
}
