"""Hindi words in Latin letters, as children write them, and their Devanagari."""

TELLING = """
kya kyaa kyon kyun kyu kyo kyoon kaise kese kaisey kaun kon kab kahan kaha kahaan kitne kitna kitni hai hain
hota hoti hote hoga hogi batao btao bataiye bataye bataaiye samjhao samjhaiye samjhaye kise kisko kisne
kiska kiski kiske kaunsa konsa kaunsi konsi kaunse aur nahi nahin nhi hoon karta karti karte karo kare karein kijiye
kariye mein matlab likho likhiye likhe banao banaiye nikalo nikaliye nikale banate banata kahte kehte kahate
kehtey kisliye mujhe humein hume hamein chahiye tha thi lagta lagti
badlo badliye jaata jata jati jate raha rahi rahe
"""
# These show it only where no English question word stands beside them.
HINTING = "bharat bhai antar paribhasha udaharan sutra hal bata karan matrak"

FUNCTION_WORDS = """
क्या: kya kyaa kia
क्यों: kyon kyun kyu kyo kyoon kyoun
कैसे: kaise kese kaisey kaisa kaisi
कौन: kaun kon kaon
कब: kab
कहाँ: kahan kaha kahaan kidhar
कितना: kitna kitni kitne
है: hai hain he h hei
था: tha thi the
होना: hota hoti hote hoga hogi honge ho hoti
हुआ: hua hui hue huwa
का: ka ki ke k
में: me mein mai may
से: se
को: ko
ने: ne
पर: par pe
और: aur or evam tatha
या: ya
नहीं: nahi nahin nhi na mat nai
बिना: bina
किसने: kisne
किसको: kise kisko
किसका: kiska kiski kiske
किस: kis
कौनसा: kaunsa konsa kaunsi konsi kaunse konse
सा: sa si
करना: karo karen kare karein kijiye kariye karna krna kro karta karti karte krta krti krte karke
किया: kiya
बताना: batao btao bataiye bataye bataaiye btaiye btaye bataen batayein bataiyega
समझाना: samjhao samjhaiye samjhaye samjha smjhao samjhana
लिखो: likho likhiye likhe likhen
लिखा: likha likhi
देना: dijiye dijie dena den
दो: do
एक: ek
तीन: teen tin
चार: char chaar
पाँच: panch paanch
छह: chhah chhe
सात: saat sat
आठ: aath
नौ: nau
दस: das
सौ: sau
हज़ार: hazar hajar
लाख: lakh
करोड़: crore karod
पहला: pehla pahla pehle pahle pehli
दूसरा: dusra doosra dusre doosre dusri
तीसरा: teesra tisra teesre
निकालना: nikalo nikaliye nikale nikalna nikalen nikaalo
बनाओ: banao banaiye
बदलना: badlo badliye badalna
हल: hal
कहना: kehte kahte kahate kehtey kahate kehta kaha_jata
कि: kii
अपना: apna apni apne
लगता: lagta lagti lagte lagna lagne
मुझे: mujhe mujhko
हमें: humein hume hamein hamen
चाहिए: chahiye chahie
यदि: yadi agar
तो: toh
सर: sir sirji
जी: ji jee
मैडम: madam mam maam
कृपया: please plz pls kripya krpya
नमस्ते: namaste hello
धन्यवाद: thanks dhanyavad shukriya
जाना: jata jati jate jaata jaati gaya gayi
सकना: sakta sakti sakte
यह: yeh ye
वह: woh vo
इसका: iska iski iske
उसका: uska uski uske
मेरा: mera meri mere
मतलब: matlab
मैं: main
आप: aap
तुम: tum
समझना: samajhte samajhti
सबसे: sabse
बड़ा: bada badi bade bda bdi
छोटा: chhota chota chhoti choti chhote
ज्यादा: zyada jyada
अधिक: adhik
लिए: liye
साथ: saath sath
काम: kaam kam
प्रकार: prakar prakaar
"""

SCHOOL_WORDS = """
प्रकाश: prakash prakaash
संश्लेषण: sanshleshan sansleshan samshleshan sanshleshana
श्वसन: shwasan shvasan swasan
पाचन: pachan paachan
पोषण: poshan
प्रजनन: prajanan
वाष्पीकरण: vashpikaran vaashpikaran
वाष्पोत्सर्जन: vashpotsarjan
धातु: dhatu dhaatu
अधातु: adhatu adhaatu
बल: bal
मात्रक: matrak maatrak
इकाई: ikai ikaai
सूत्र: sutra sutr sootra
समीकरण: samikaran
परिभाषा: paribhasha
अंतर: antar
फर्क: fark farak
उदाहरण: udaharan udahran
उपयोग: upyog upayog
प्रयोग: prayog
महत्व: mahatva mahatv
लाभ: labh laabh
फायदा: fayda fayde faida faide
नुकसान: nuksan nuksaan
हानि: hani haani
प्रभाव: prabhav
कारण: karan kaaran
अर्थ: arth
गुण: gun
कार्य: karya kary
चित्र: chitra chitr
विलोम: vilom
नाम: naam
नियम: niyam
मान: maan
लोहा: loha lohe
तांबा: tamba taamba
सोना: sona
चांदी: chandi
जंग: jang zang
पानी: paani pani
जल: jal
पौधा: paudha paudhe podhe paudhon paudhe
पत्ती: patti pattiyan
फूल: phool phul
पेड़: ped pedh
भोजन: bhojan
बनाता: banate banata banati bnate
कोशिका: koshika
कोण: kon konon
योग: yog
निर्वात: nirvat
चाल: chal chaal
हृदय: hriday
रक्त: rakt
खून: khoon
मानव: manav maanav
शरीर: sharir shareer
हड्डी: haddi haddiyan haddiyon
अम्ल: aml amla
क्षार: kshar
लवण: lavan
ऊर्जा: urja oorja
गति: gati
वेग: veg
त्वरण: tvaran twaran
दाब: daab
घर्षण: gharshan
गुरुत्वाकर्षण: gurutvakarshan
ध्वनि: dhwani dhvani
ऊष्मा: ushma
विद्युत: vidyut
चुंबक: chumbak
परमाणु: parmanu parmaanu
अणु: anu
तत्व: tatva tatv
यौगिक: yaugik
मिश्रण: mishran
पर्यावरण: paryavaran
प्रदूषण: pradushan
वायु: vayu
मिट्टी: mitti
ग्रह: grah
पृथ्वी: prithvi
सूर्य: surya suraj
चंद्रमा: chandrama
आकाश: aakash akash
महासागर: mahasagar
नदी: nadi
भारत: bharat
राजधानी: rajdhani
लोकतंत्र: loktantra loktantr
संविधान: samvidhan sanvidhan
राष्ट्रपति: rashtrapati
प्रधानमंत्री: pradhanmantri
सरकार: sarkar
आज़ाद: azad aazad ajad
आज़ादी: azadi aazadi
स्वतंत्र: swatantra
संज्ञा: sangya
सर्वनाम: sarvanam sarvnam
क्रिया: kriya
विशेषण: visheshan
वृत्त: vritt
त्रिभुज: tribhuj
क्षेत्रफल: kshetrafal kshetraphal
आयतन: aayatan
वर्गमूल: vargmool vargmul
घंटा: ghante ghanta
मिनट: minat
रुपया: rupaye rupay rupya rupee
आविष्कार: avishkar aavishkar
खोज: khoj
टेलीफोन: telifon
विश्व: vishwa vishva
युद्ध: yuddh yudh
"""

# Words of school books that a search may be for; the comparison of questions does not use them.
SOUGHT = """
विज्ञान गणित भूगोल इतिहास भाषा व्याकरण साहित्य संस्कृति सभ्यता समाज नागरिक अर्थव्यवस्था राजनीति कृषि उद्योग व्यापार
परिवहन संचार जनसंख्या ग्रामीण शहरी नगर ग्राम पंचायत न्यायालय संसद विधानसभा राज्यसभा लोकसभा चुनाव मतदान मौलिक कर्तव्य
सूर्यग्रहण चंद्रग्रहण वायुमंडल जलमंडल स्थलमंडल जलवायु मौसम वर्षा बादल समुद्र महाद्वीप द्वीप पर्वत हिमालय घाटी झील
मरुस्थल वन वनस्पति वन्यजीव जैवविविधता पारितंत्र खनिज मृदा अपशिष्ट पुनर्चक्रण शक्ति सामर्थ्य द्रव्यमान आघूर्ण संवेग
जड़त्व विस्थापन तरंग आवृत्ति परावर्तन अपवर्तन दर्पण लेंस प्रतिबिंब वर्णक्रम इंद्रधनुष धारा विभवांतर प्रतिरोध परिपथ
अभिक्रिया ऑक्सीकरण अपचयन संयोजकता आवर्त सारणी इलेक्ट्रॉन प्रोटॉन न्यूट्रॉन नाभिक रेडियोधर्मिता विलयन आसवन क्रिस्टलीकरण
गुणसूत्र आनुवंशिकता विकास हार्मोन तंत्रिका मस्तिष्क फेफड़ा यकृत वृक्क आमाशय रोग संक्रमण टीका विषाणु जीवाणु कवक
समुच्चय संख्या पूर्णांक परिमेय अपरिमेय घातांक बहुपद समीकरण निर्देशांक त्रिकोणमिति प्रायिकता सांख्यिकी माध्य माध्यिका बहुलक
परिमाप क्षेत्रफल व्यास त्रिज्या परिधि चतुर्भुज समांतर लंब आयत घनाभ बेलन शंकु गोला गांधी नेहरू अंबेडकर अशोक अकबर
मुगल मौर्य गुप्त हड़प्पा वैदिक बौद्ध जैन मणिपुर महाराष्ट्र राजस्थान बिहार स्वाधीनता आंदोलन सत्याग्रह विद्रोह साम्राज्य
"""
