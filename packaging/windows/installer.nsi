; The Windows installer. build.py compiles it with makensis and defines:
;   VERSION VERSION4 PAYLOAD OUTPUT LICENCE SIZE_KB ICON PICTURE REMOVAL (a generated list of all installed files)
;
; Switches: /S silent   /ALLUSERS for all users (needs administrator rights)   /D=C:\folder where to (last)
;           uninstall.exe: /S silent, keeps the user's records   /PURGE removes them too
; Exit status: 0 done, 1 cancelled, 3 the program is running, 4 Windows is too old, 5 administrator rights needed

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave on
CRCCheck force
RequestExecutionLevel user
ManifestSupportedOS all
ManifestDPIAware true

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include nsDialogs.nsh

!define TITLE "GxDesk 政府信息公开年报检查"
!define LINK "GxDesk 年报检查.lnk"
!define VERB "用 GxDesk 检查"
!define UNKEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\GxDesk"
!define MUTEX "Local\GxDesk.Running"
!define OLDEST_BUILD 17763 ; Windows 10 1809: what Qt 6.8 needs

Name "${TITLE}"
OutFile "${OUTPUT}"
BrandingText "GxDesk ${VERSION}"
ShowInstDetails hide
ShowUninstDetails hide

VIProductVersion "${VERSION4}"
VIFileVersion "${VERSION4}"
VIAddVersionKey /LANG=2052 "ProductName" "GxDesk"
VIAddVersionKey /LANG=2052 "FileDescription" "${TITLE} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "即将安装 ${TITLE} ${VERSION}。$\r$\n$\r$\n本程序在您的电脑上检查政府信息公开工作年度报告草稿，不需要联网，不改动草稿，也不改变 Word、WPS 等软件的文件关联。$\r$\n$\r$\n安装前请先关闭正在运行的 GxDesk。"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "立即打开 GxDesk"
!define MUI_FINISHPAGE_RUN_FUNCTION OpenProgram

Var AllUsers ; 1: for all users of this computer
Var ForAll   ; the radio button

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
Page custom ScopePage ScopeLeave
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; --- is it running? A mutex of this session, and files in use of any session -----------------------------------

!macro RefuseWhileRunning PREFIX
  Function ${PREFIX}RefuseWhileRunning
    again:
    StrCpy $2 0
    System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "${MUTEX}") p.r0'
    ${If} $0 P<> 0
      System::Call 'kernel32::CloseHandle(p r0)'
      StrCpy $2 1
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\GxDesk.exe"
      ClearErrors
      FileOpen $1 "$INSTDIR\GxDesk.exe" a
      ${If} ${Errors}
        StrCpy $2 1
      ${Else}
        FileClose $1
      ${EndIf}
    ${EndIf}
    ${If} $2 = 1
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "GxDesk 正在运行。请保存工作并关闭所有 GxDesk 窗口，然后按“重试”。" /SD IDCANCEL IDRETRY again
      SetErrorLevel 3
      Quit
    ${EndIf}
  FunctionEnd
!macroend
!insertmacro RefuseWhileRunning ""
!insertmacro RefuseWhileRunning "un."

; --- for whom ----------------------------------------------------------------------------------------------------

!macro UseScope
  SetRegView 64
  ${If} $AllUsers = 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
!macroend

!macro IsAdministrator RESULT
  UserInfo::GetAccountType
  Pop ${RESULT}
!macroend

; The folder of an earlier version if there is one, else the usual one for the chosen scope.
Function ChooseFolder
  !insertmacro UseScope
  ReadRegStr $0 SHCTX "${UNKEY}" "InstallLocation"
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${ElseIf} $AllUsers = 1
    StrCpy $INSTDIR "$PROGRAMFILES64\GxDesk"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\GxDesk"
  ${EndIf}
FunctionEnd

Function .onInit
  SetRegView 64
  ReadRegStr $0 HKLM "SOFTWARE\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
  ${If} $0 < ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "本程序需要 64 位 Windows 10（1809 版）或更新的系统，不能安装在这台电脑上。" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  StrCpy $AllUsers 0
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    !insertmacro IsAdministrator $R2
    ${If} $R2 != "Admin"
      MessageBox MB_OK|MB_ICONSTOP "为所有用户安装需要管理员权限。请用管理员身份运行，或改为仅为自己安装。" /SD IDOK
      SetErrorLevel 5
      Quit
    ${EndIf}
    StrCpy $AllUsers 1
  ${EndIf}
  !insertmacro UseScope
  ${If} $INSTDIR == "" ; nothing after /D=
    Call ChooseFolder
  ${EndIf}
  Call RefuseWhileRunning
FunctionEnd

Function ScopePage
  ${If} $AllUsers = 1
    Abort ; already decided
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "为谁安装" "选择这台电脑上谁可以使用本程序。"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "仅为我安装（不需要管理员权限，推荐）"
  Pop $0
  ${NSD_Check} $0
  ${NSD_CreateRadioButton} 0 30u 100% 12u "为这台电脑的所有用户安装（需要管理员权限）"
  Pop $ForAll
  nsDialogs::Show
FunctionEnd

Function ScopeLeave
  ${NSD_GetState} $ForAll $0
  ${If} $0 = ${BST_CHECKED}
    !insertmacro IsAdministrator $R2
    ${If} $R2 != "Admin"
      ClearErrors
      ExecShell "runas" "$EXEPATH" "/ALLUSERS" ; asks for the administrator's consent, begins anew
      ${If} ${Errors}
        MessageBox MB_OK|MB_ICONEXCLAMATION "没有取得管理员权限，请改选“仅为我安装”。"
        Abort
      ${EndIf}
      Quit
    ${EndIf}
    StrCpy $AllUsers 1
    Call ChooseFolder
  ${EndIf}
FunctionEnd

; Opened by the shell and not by us: an elevated installer must not give its rights to the program.
Function OpenProgram
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\GxDesk.exe"'
FunctionEnd

; --- what is installed -------------------------------------------------------------------------------------------

Section "程序文件（必需）" SecMain
  SectionIn RO
  Call RefuseWhileRunning
  !insertmacro UseScope
  ReadRegStr $0 SHCTX "${UNKEY}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$0\uninstall.exe"
    DetailPrint "正在移除旧版本……"
    ExecWait '"$0\uninstall.exe" /S /UPGRADE _?=$0'
    Delete "$0\uninstall.exe"
    RMDir "$0"
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${LINK}" "$INSTDIR\GxDesk.exe"
  WriteRegStr SHCTX "${UNKEY}" "DisplayName" "${TITLE}"
  WriteRegStr SHCTX "${UNKEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNKEY}" "DisplayIcon" "$INSTDIR\GxDesk.exe"
  WriteRegStr SHCTX "${UNKEY}" "Publisher" "GxDesk contributors"
  WriteRegStr SHCTX "${UNKEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNKEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNKEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNKEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNKEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNKEY}" "NoRepair" 1
SectionEnd

Section "桌面快捷方式" SecDesktop
  !insertmacro UseScope
  SetOutPath "$INSTDIR"
  CreateShortCut "$DESKTOP\${LINK}" "$INSTDIR\GxDesk.exe"
SectionEnd

; A verb beside the existing ones: what a double click does stays with Word, WPS or Notepad.
!macro AddVerb EXTENSION
  WriteRegStr SHCTX "Software\Classes\SystemFileAssociations\${EXTENSION}\shell\GxDesk" "" "${VERB}"
  WriteRegStr SHCTX "Software\Classes\SystemFileAssociations\${EXTENSION}\shell\GxDesk" "Icon" '"$INSTDIR\GxDesk.exe",0'
  WriteRegStr SHCTX "Software\Classes\SystemFileAssociations\${EXTENSION}\shell\GxDesk\command" "" '"$INSTDIR\GxDesk.exe" "%1"'
!macroend
!macro RemoveVerb EXTENSION
  DeleteRegKey SHCTX "Software\Classes\SystemFileAssociations\${EXTENSION}\shell\GxDesk"
  DeleteRegKey /ifempty SHCTX "Software\Classes\SystemFileAssociations\${EXTENSION}\shell"
  DeleteRegKey /ifempty SHCTX "Software\Classes\SystemFileAssociations\${EXTENSION}"
!macroend
!macro TellShell ; so that menus and icons change at once
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "右键菜单“${VERB}”" SecVerb
  !insertmacro UseScope
  !insertmacro AddVerb ".docx"
  !insertmacro AddVerb ".doc"
  !insertmacro AddVerb ".xlsx"
  !insertmacro AddVerb ".xls"
  !insertmacro AddVerb ".txt"
  !insertmacro TellShell
SectionEnd

LangString MainText ${LANG_SIMPCHINESE} "程序本身和开始菜单中的快捷方式。"
LangString DesktopText ${LANG_SIMPCHINESE} "在桌面上放一个快捷方式。"
LangString VerbText ${LANG_SIMPCHINESE} "在 .docx .doc .xlsx .xls .txt 文件的右键菜单中加入“${VERB}”，不改变双击文件时打开的软件。"
!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SecMain} $(MainText)
  !insertmacro MUI_DESCRIPTION_TEXT ${SecDesktop} $(DesktopText)
  !insertmacro MUI_DESCRIPTION_TEXT ${SecVerb} $(VerbText)
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; --- removal -----------------------------------------------------------------------------------------------------

Function un.onInit
  SetRegView 64
  StrCpy $AllUsers 0
  ReadRegStr $0 HKLM "${UNKEY}" "InstallLocation"
  ${If} $0 == $INSTDIR
    StrCpy $AllUsers 1
    !insertmacro IsAdministrator $R2
    ${If} $R2 != "Admin"
      ${If} ${Silent}
        SetErrorLevel 5
      ${Else}
        ExecShell "runas" "$INSTDIR\uninstall.exe"
      ${EndIf}
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro UseScope
  Call un.RefuseWhileRunning
FunctionEnd

Section "Uninstall"
  !insertmacro UseScope
  ; Only what was installed is removed, file by file: somebody may keep own files in this folder.
  !include "${REMOVAL}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${LINK}"
  Delete "$DESKTOP\${LINK}"
  !insertmacro RemoveVerb ".docx"
  !insertmacro RemoveVerb ".doc"
  !insertmacro RemoveVerb ".xlsx"
  !insertmacro RemoveVerb ".xls"
  !insertmacro RemoveVerb ".txt"
  !insertmacro TellShell
  DeleteRegKey SHCTX "${UNKEY}"

  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/UPGRADE" $R1
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  SetShellVarContext current
  ClearErrors
  ${GetOptions} $R0 "/PURGE" $R1
  ${If} ${Errors}
    ${IfNot} ${FileExists} "$LOCALAPPDATA\GxDesk\*.*"
    ${AndIfNot} ${FileExists} "$APPDATA\GxDesk\*.*"
      Return
    ${EndIf}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "是否同时删除您的检查记录（人工确认、忽略的问题、最近打开的草稿和设置）？$\r$\n$\r$\n选“否”将保留，以后重新安装仍可使用。您的报告草稿不会被删除。" /SD IDNO IDYES purge
    Return
  ${EndIf}
  purge:
  RMDir /r "$LOCALAPPDATA\GxDesk"
  RMDir /r "$APPDATA\GxDesk"
SectionEnd
