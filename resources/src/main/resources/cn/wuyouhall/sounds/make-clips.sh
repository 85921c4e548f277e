#!/bin/sh
# Makes the sample clips beside this file: the pieces that calls are joined from. Needs espeak-ng
# and sox (Debian packages of these names). They sound like a machine; a hall may record its own
# under the same names: 16 kHz, 16 bit, mono, silence trimmed.
#
# cmn-latn-pinyin reads Chinese characters correctly where plain cmn does not, and takes Latin
# letters for pinyin: letters are therefore read by the English voice.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

clip() { # name voice words
  espeak-ng -v "$2" -s 140 -a 180 -w "$work/raw.wav" "$3"
  sox "$work/raw.wav" -r 16000 -b 16 -c 1 "$1.wav" \
    silence 1 0.01 0.5% reverse silence 1 0.01 0.5% pad 0.04 0 reverse pad 0.02 0 \
    gain -n -3
}

n=0
for word in 零 一 二 三 四 五 六 七 八 九; do
  clip "$n" cmn-latn-pinyin "$word"
  n=$((n + 1))
done
for letter in A B C D E F G H I J K L M N O P Q R S T U V W X Y Z; do
  clip "$letter" en-us "$letter"
done
clip qing cmn-latn-pinyin 请
clip haodao cmn-latn-pinyin 号到
clip haochuangkou cmn-latn-pinyin 号窗口
