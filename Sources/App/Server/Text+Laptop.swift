import Kernel

/// The words of the page that a station's laptop opens with.
enum LaptopText {
    static let title = Message(zh: "阡陌·乡镇站", en: "Qianmo station")
    static let question = Message(zh: "这台电脑要办哪个标的的竞价？", en: "Whose auction shall this laptop hold?")
    static let empty = Message(zh: "还没有装入标的", en: "None yet")
    static let clock = Message(zh: "这台电脑现在的时间", en: "The time on this laptop")
    static let clockNote = Message(
        zh: "竞价按这台电脑的时间开场和结束。时间不对，先在系统设置里改对。",
        en: "The auction opens and ends by this clock. If it is wrong, set it right in the system first.")
    static let first = Message(zh: "第一步：把公钥交给县里", en: "First: give the key to the county")
    static let firstNote = Message(
        zh: "把这个小文件用优盘带到县平台，在标的页“乡镇站断网竞价”里上传，县里会给您一个数据包。",
        en:
            "Carry this small file to the county and upload it on the lot's page under “An auction without a network”. You get a pack."
    )
    static let takeKey = Message(zh: "导出公钥文件", en: "Save the key file")
    static let second = Message(zh: "第二步：装入县里的数据包", en: "Second: bring in the county's pack")
    static let pack = Message(zh: "数据包文件", en: "The pack")
    static let packNote = Message(
        zh: "到公告的开场时间再装入；一装入，大厅就按公告的时长开场。",
        en: "Do this when the notice's opening has come: the hall opens at once, for as long as the notice says.")
    static let openHall = Message(zh: "装入并开场", en: "Bring it in and open the hall")
    static let running = Message(zh: "竞价进行中", en: "The auction is running")
    static let enter = Message(zh: "进入大厅", en: "Enter the hall")
    static let enterNote = Message(
        zh: "以本站岗位的身份进入，凭签字的出价单替现场的竞买人录入出价。",
        en: "You enter as the station's desk and bid for those in the room by their signed slips.")
    static let ended = Message(zh: "竞价已结束", en: "The auction has ended")
    static let endedNote = Message(
        zh: "导出竞价记录，用优盘带回县里，在标的页“乡镇站断网竞价”里上传合并。合同签订前请保留这台电脑上的数据。",
        en:
            "Save the log, carry it to the county and upload it on the lot's page. Keep this laptop's data until the contract is signed."
    )
    static let takeLog = Message(zh: "导出竞价记录", en: "Save the log")
    static let seeHall = Message(zh: "查看大厅", en: "See the hall")
    static let another = Message(zh: "办下一个标的", en: "Hold another lot's auction")
    static let anotherNote = Message(
        zh: "确认县里已合并本场记录后再点。本场数据留在这台电脑上。",
        en: "Only when the county has merged this log. This lot's data stays on the laptop.")
    static let finished = Message(
        zh: "关闭程序再打开，就可以装入下一个标的", en: "Close the program and open it again to bring in the next lot")
}
