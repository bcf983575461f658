/**
 * Facility numbers and the part of Windows they stand for, as winerror.h and ntstatus.h name them (without the
 * prefix FACILITY_). Facts only; a number that is not here is shown as a number.
 */
const hresultNames = readTable(`
  0 NULL  1 RPC  2 DISPATCH  3 STORAGE  4 ITF  7 WIN32  8 WINDOWS  9 SECURITY  10 CONTROL  11 CERT  12 INTERNET
  13 MEDIASERVER  14 MSMQ  15 SETUPAPI  16 SCARD  17 COMPLUS  18 AAF  19 URT  20 ACS  21 DPLAY  22 UMI  23 SXS
  24 WINDOWS_CE  25 HTTP  26 COMMONLOG  27 WER  31 USERMODE_FILTER_MANAGER  32 BACKGROUNDCOPY  33 CONFIGURATION
  34 STATE_MANAGEMENT  35 METADIRECTORY  36 WINDOWSUPDATE  37 DIRECTORYSERVICE  38 GRAPHICS  39 SHELL
  40 TPM_SERVICES  41 TPM_SOFTWARE  42 UI  43 XAML  44 ACTION_QUEUE  48 WINDOWS_SETUP  49 FVE  50 FWP  51 WINRM
  52 NDIS  53 USERMODE_HYPERVISOR  54 CMI  55 USERMODE_VIRTUALIZATION  56 USERMODE_VOLMGR  57 BCD
  58 USERMODE_VHD  60 SDIAG  61 WEBSERVICES  62 WPN  63 WINDOWS_STORE  64 INPUT  65 QUIC  66 EAP
  80 WINDOWS_DEFENDER  81 OPC  82 XPS  83 RAS  84 POWERSHELL  85 EAS  98 P2P_INT  99 P2P  101 BLUETOOTH_ATT
  102 AUDIO  109 VISUALCPP  112 SCRIPT  113 PARSE  120 BLB  121 BLB_CLI  129 USN  134 ONLINE_ID
  135 DEVICE_UPDATE_AGENT  153 DLS  176 DEBUGGERS  208 DELIVERY_OPTIMIZATION  256 SPP
  257 DEPLOYMENT_SERVICES_SERVER  1967 SQLITE  2168 DIRECTMUSIC  2166 D3D  2169 DIRECT3D10  2170 DXGI
  2172 DIRECT3D11  2174 DIRECT3D12  2185 AUDCLNT  2200 WINCODEC_DWRITE_DWM  2201 DIRECT2D  2304 DEFRAG
  2339 XBOX  2340 GAME
`);

const ntstatusNames = readTable(`
  0 NULL  1 DEBUGGER  2 RPC_RUNTIME  3 RPC_STUBS  4 IO_ERROR_CODE  7 NTWIN32  8 NTCERT  9 NTSSPI
  10 TERMINAL_SERVER  11 MUI  16 USB  17 HID  18 FIREWIRE  19 CLUSTER  20 ACPI  21 SXS  25 TRANSACTION
  26 COMMONLOG  27 VIDEO  28 FILTER_MANAGER  29 MONITOR  30 GRAPHICS_KERNEL  31 CAMERA  32 DRIVER_FRAMEWORK
  33 FVE  34 FWP  35 NDIS  36 QUIC  41 TPM  42 RTPM  53 HYPERVISOR  54 IPSEC  55 VIRTUALIZATION  56 VOLMGR
  57 BCD  58 VHD  62 WIN32K_NTUSER  63 WIN32K_NTGDI  65 RDBSS  66 BTH_ATT  67 SECUREBOOT  80 VOLSNAP  81 SDBUS
  92 SHARED_VHDX  93 SMB  94 XVS  153 INTERIX  231 SPACES  232 SECURITY_CORE  233 SYSTEM_INTEGRITY
  234 LICENSING  235 PLATFORM_MANIFEST  236 APP_EXEC
`);

export const win32Facility = 7;
export const httpFacility = 25;

/**
 * The facility of an HRESULT. Direct3D's 0x876 needs more bits than the usual eleven, so the wide reading is tried first.
 */
export function hresultFacility(value: number): { readonly number: number; readonly name?: string } {
  const wide = (value >>> 16) & 0x1fff;
  const number = !hresultNames.has(wide) ? wide & 0x7ff : wide;
  return named(number, hresultNames.get(number));
}

/** The facility of an NTSTATUS: twelve bits. */
export function ntstatusFacility(value: number): { readonly number: number; readonly name?: string } {
  const number = (value >>> 16) & 0xfff;
  return named(number, ntstatusNames.get(number));
}

function named(
  number: number,
  name: string | undefined,
): { readonly number: number; readonly name?: string } {
  return name === undefined ? { number } : { number, name };
}

function readTable(text: string): ReadonlyMap<number, string> {
  const cells = text.trim().split(/\s+/);
  const table = new Map<number, string>();
  for (let i = 0; i + 1 < cells.length; i += 2) table.set(Number(cells[i]), cells[i + 1] ?? '');
  return table;
}
