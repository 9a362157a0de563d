/* GxDesk.exe (no console) and gxdesk-cli.exe (console): load the bundled Python into this process, run "-m gxdesk".

   Running inside this process, and not starting a python.exe, keeps one process with our own name and icon in the
   task bar and task manager, and passes files, arguments and exit status on unchanged.
   Compiled twice: with -DWINDOWED for GxDesk.exe. All paths are wide: the folder, the draft and the user may have
   Chinese names. */

#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
#define MUTEX L"Local\\GxDesk.Running" /* installer.nsi asks for it before it replaces files */

typedef int (*py_main_function)(int, wchar_t **);

static int complain(const wchar_t *text)
{
#ifdef WINDOWED
    MessageBoxW(NULL, text, L"GxDesk", MB_OK | MB_ICONERROR);
#else
    DWORD written;
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(out, text, (DWORD)wcslen(text), &written, NULL)) {
        char bytes[2048];
        int count = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        if (count > 1)
            WriteFile(out, bytes, (DWORD)(count - 1), &written, NULL);
    }
#endif
    return 70;
}

/* The folder this program stands in, with a backslash at its end. */
static int own_folder(wchar_t *folder)
{
    DWORD count = GetModuleFileNameW(NULL, folder, LONGEST);
    wchar_t *last;
    if (count == 0 || count >= LONGEST)
        return 0;
    last = wcsrchr(folder, L'\\');
    if (last == NULL)
        return 0;
    last[1] = L'\0';
    return 1;
}

static int exists(const wchar_t *folder, const wchar_t *name, wchar_t *path)
{
    if (wcslen(folder) + wcslen(name) >= LONGEST)
        return 0;
    wcscpy(path, folder);
    wcscat(path, name);
    return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

/* Other programs leave settings for their own Python and Qt in the environment; they would break ours. */
static void clean_environment(void)
{
    static const wchar_t *const strangers[] = {L"PYTHONHOME", L"PYTHONPATH", L"PYTHONSTARTUP", L"QT_PLUGIN_PATH",
        L"QT_QPA_PLATFORM_PLUGIN_PATH", L"QT_STYLE_OVERRIDE", L"QT_QPA_PLATFORMTHEME"};
    for (size_t i = 0; i < sizeof strangers / sizeof strangers[0]; i++)
        SetEnvironmentVariableW(strangers[i], NULL);
}

/* The portable edition keeps its records beside itself, unless it was told where. */
static void keep_records_here(const wchar_t *folder, wchar_t *path)
{
    if (exists(folder, L"portable.txt", path) && GetEnvironmentVariableW(L"GXDESK_DATA", NULL, 0) == 0) {
        exists(folder, L"data", path);
        SetEnvironmentVariableW(L"GXDESK_DATA", path);
    }
}

/* Python's multiprocessing starts this program again as a worker; its arguments are Python's own. */
static int is_worker(int argc, wchar_t **argv)
{
    return argc > 1 && wcscmp(argv[argc - 1], L"--multiprocessing-fork") == 0;
}

static int start(int argc, wchar_t **argv)
{
    static wchar_t folder[LONGEST], path[LONGEST];
    static wchar_t *const ours[] = {L"-X", L"utf8", L"-m", L"gxdesk"};
    const int extra = is_worker(argc, argv) ? 0 : (int)(sizeof ours / sizeof ours[0]);
    wchar_t **arguments = calloc((size_t)(argc + extra) + 1, sizeof *arguments);
    py_main_function py_main;
    HMODULE python;

    if (arguments == NULL || !own_folder(folder))
        return complain(L"程序无法启动：系统资源不足。\n");
    clean_environment();
    keep_records_here(folder, path);
    SetDllDirectoryW(L"");
    if (!exists(folder, L"runtime\\python312.dll", path))
        return complain(L"程序文件不完整（缺少 runtime 文件夹），请重新安装。\n绿色版请先把压缩包全部解压，再运行其中的程序。\n");
    python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    py_main = python ? (py_main_function)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (py_main == NULL)
        return complain(L"程序文件已损坏或被安全软件拦截，请重新安装，或联系单位的信息技术人员。\n");

    arguments[0] = argv[0];
    for (int i = 0; i < extra; i++)
        arguments[1 + i] = ours[i];
    for (int i = 1; i < argc; i++)
        arguments[extra + i] = argv[i];
    return py_main(argc + extra, arguments);
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR line, int show)
{
    HANDLE error = GetStdHandle(STD_ERROR_HANDLE);
    int heard = error != NULL && error != INVALID_HANDLE_VALUE, status;
    (void)instance, (void)before, (void)line, (void)show;
    CreateMutexW(NULL, FALSE, MUTEX);
    status = start(__argc, __wargv);
    if (status != 0 && status != 70 && !heard && __argc == 1)
        complain(L"程序因故退出。请重新安装；如仍不能使用，请运行同一文件夹中的 gxdesk-cli.exe 查看原因。\n");
    return status;
}
#else
int wmain(int argc, wchar_t **argv)
{
    CreateMutexW(NULL, FALSE, MUTEX);
    return start(argc, argv);
}
#endif
