from directory_app.__main__ import main

main()
