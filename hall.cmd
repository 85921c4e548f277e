@echo off
rem The launcher for Windows: hall --help. It has not been run on Windows yet (see CONTRIBUTING.md).
rem It finds a JDK 25, builds when a source is newer than the last build, and hands the rest of the
rem line to cn.wuyouhall.packaging.Main. Exit codes: 0 ok, 1 failed, 2 wrong usage, 3 settings.
setlocal enableextensions enabledelayedexpansion
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "STATE=%ROOT%\target\hall"

rem ---- the JDK ----
set "JDK="
if defined HALL_JAVA_HOME (
  call :isjdk25 "%HALL_JAVA_HOME%"
  if not defined JDK (
    echo hall: HALL_JAVA_HOME is %HALL_JAVA_HOME%, which is not a JDK 25 1>&2
    exit /b 3
  )
)
if not defined JDK if defined JAVA_HOME call :isjdk25 "%JAVA_HOME%"
if not defined JDK for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*") do (
  if not defined JDK call :isjdk25 "%%~D"
)
if not defined JDK for /f "delims=" %%J in ('where java 2^>nul') do (
  if not defined JDK call :isjdk25 "%%~dpJ.."
)
if not defined JDK (
  echo hall: needs a JDK 25 and found none: install one from adoptium.net or let HALL_JAVA_HOME name it 1>&2
  exit /b 1
)
where mvn >nul 2>nul
if errorlevel 1 (
  echo hall: needs Maven 3.8 or later on the PATH to build 1>&2
  exit /b 1
)
set "JAVA_HOME=%JDK%"

if /i "%~1"=="test" (
  call mvn -B -f "%ROOT%\pom.xml" verify
  if errorlevel 1 exit /b 1
  exit /b 0
)

rem ---- the build: when a source is newer than the stamp ----
powershell -NoProfile -Command "$s = Get-Item -ErrorAction SilentlyContinue '%STATE%\built'; if (-not $s) { exit 1 }; $n = Get-ChildItem -Recurse -File '%ROOT%\src','%ROOT%\kiosk','%ROOT%\clerk-app','%ROOT%\resources','%ROOT%\packaging','%ROOT%\pom.xml' | Where-Object { $_.FullName -notmatch '\\(target|test)\\' -and $_.LastWriteTime -gt $s.LastWriteTime } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
if errorlevel 1 (
  if not exist "%STATE%" mkdir "%STATE%"
  echo hall: building ^(the first time fetches libraries^) ... 1>&2
  type nul > "%STATE%\built.new"
  call mvn -B -q -f "%ROOT%\pom.xml" -Pquick -Dmaven.test.skip=true -pl packaging -am package > "%STATE%\build.log" 2>&1
  if errorlevel 1 (
    echo hall: the build failed; all of it is in target\hall\build.log 1>&2
    exit /b 1
  )
  move /y "%STATE%\built.new" "%STATE%\built" >nul
)

rem ---- run: the class path is longer than cmd can hold, so PowerShell writes it into a file ----
powershell -NoProfile -Command "$c = (Get-Content '%ROOT%\packaging\target\quick\hall.classpath') + ';' + (Get-Item '%ROOT%\packaging\target\quick\hall-packaging-*.jar').FullName; Set-Content -Encoding ascii '%STATE%\java.args' ('-cp ' + [char]34 + $c.Replace('\','/') + [char]34)"
if errorlevel 1 exit /b 1
set "FLAGS=-XX:TieredStopAtLevel=1"
for %%c in (kiosk guide clerk board pad) do if /i "%~1"=="%%c" set FLAGS=@"%ROOT%\resources\src\main\resources\cn\wuyouhall\station.jvm"
"%JDK%\bin\java" -XX:+UseSerialGC %FLAGS% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 @"%STATE%\java.args" %HALL_JAVA_OPTS% cn.wuyouhall.packaging.Main %*
exit /b %errorlevel%

:isjdk25
if exist "%~1\bin\javac.exe" if exist "%~1\release" findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>nul && set "JDK=%~f1"
exit /b 0
