import Kernel

extension Text {
    static let paperMark = Message(
        zh: "文件的 SHA-256（64 位十六进制）；表单里直接交文件",
        en: "SHA-256 of the paper, 64 hexadecimal digits; a form takes the file itself")
    static let paperHint = Message(
        zh: "拍照或选择文件：JPEG、PNG、HEIC、PDF、OFD，不超过 20 MB",
        en: "Take a photo or choose a file: JPEG, PNG, HEIC, PDF, OFD, up to 20 MB")
    static let paperKept = Message(zh: "已收到：", en: "Received:")
    static let paperReplace = Message(
        zh: "要换一份，请重新选择；不换就不用再选。", en: "To replace it, choose another; otherwise leave this empty.")
    static let paperUnderWay = Message(zh: "正在上传：已传 #%", en: "On its way: # % sent")
    static let paperWaiting = Message(
        zh: "网络断了，恢复后接着传（已传 #%），请不要关掉页面",
        en: "The line is down at # %; it goes on once it is back: leave this page open")
    static let paperSignIn = Message(
        zh: "登录已过期：请重新登录，再选这个文件提交；已传的部分不用重传",
        en: "Your session has ended: sign in again and choose the same file; what was sent is kept")
    static let paperElsewhere = Message(
        zh: "文件未存放在本系统，或仅供经办人员查看", en: "The paper is not kept here, or is for the desks only")
    static let paperAccept = "image/*,.heic,application/pdf,.pdf,.ofd"

    static func paperUsedElsewhere(_ count: Int) -> Message {
        Message(zh: "同一份文件还用在另外 \(count) 处，请核对", en: "The very same paper is used in \(count) more places: look at it")
    }
}
